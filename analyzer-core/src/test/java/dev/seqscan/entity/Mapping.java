package dev.seqscan.entity;

import dev.seqscan.config.Settings;
import dev.seqscan.program.ClassShape;
import dev.seqscan.program.ClassSource;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the mapping of Java texts, one file each, in package {@code com.shop}. */
final class Mapping {

    private static final String HEAD = """
            package com.shop;
            import jakarta.persistence.*;
            import org.hibernate.annotations.*;
            import java.util.*;
            """;

    final Notices notices = new Notices();
    private final Program program = new Program(Mapping::jdk);
    private final Map<String, Settings.Value> settings = new HashMap<>();
    private NamingStrategy naming = NamingStrategy.SPRING_BOOT;
    private final List<XmlFile> xml = new ArrayList<>();
    private int files;

    /** Classes with the imports that mappings use; of Jakarta Persistence and Hibernate nothing is on the class path. */
    static Mapping of(String... classes) {
        Mapping mapping = new Mapping();
        for (String each : classes) {
            mapping.file(HEAD + each);
        }
        return mapping;
    }

    Mapping file(String text) {
        String path = "File" + files++ + ".java";
        program.add(new JavaReader().read(new TextFile(path, text), notices), new Module("shop", "", Set.of("")), false,
                notices);
        return this;
    }

    /** An XML file, to which a head without a document type belongs. */
    Mapping xml(String path, String text) {
        new XmlReader().read(new TextFile(path, text), notices).ifPresent(xml::add);
        return this;
    }

    Mapping naming(NamingStrategy strategy) {
        naming = strategy;
        return this;
    }

    Mapping setting(String name, String value) {
        settings.put(name, new Settings.Value(value, new Place("application.properties", Span.ofLine(1))));
        return this;
    }

    EntityModel model() {
        return new EntityReader().read(program.classes(), xml, program, naming, new Settings(settings), notices);
    }

    Entity entity(String simpleName) {
        return model().ofClass("com.shop." + simpleName).orElseThrow();
    }

    Association association(String entity, String attribute) {
        return (Association) entity(entity).attribute(attribute).orElseThrow();
    }

    String column(String entity, String attribute) {
        return ((Attribute.Basic) entity(entity).attribute(attribute).orElseThrow()).column();
    }

    private static Optional<ClassShape> jdk(String name) {
        try {
            Class<?> type = name.startsWith("java.") ? Class.forName(name, false, null) : null;
            ClassShape.Kind kind = type != null && type.isEnum() ? ClassShape.Kind.ENUM : ClassShape.Kind.CLASS;
            return Optional.ofNullable(type).map(each -> new ClassShape(name, kind, false, List.of(), List.of(), List.of(),
                    List.of(), List.of()));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }
}
