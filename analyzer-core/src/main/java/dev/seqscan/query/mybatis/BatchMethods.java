package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The methods for many rows that a program has: those of services and of {@code Db}, and those of its own mappers. */
final class BatchMethods {

    private static final int MAX_TYPES = 40;
    private static final String DB = PlusTypes.PACKAGE + "extension.toolkit.Db";
    private static final Pattern INSERTS = Pattern.compile("(?i)(?=.*(?:batch|list|all|many)).*(?:insert|save|add).*");
    private static final Pattern UPDATES = Pattern.compile("(?i)(?=.*(?:batch|list|all|many)).*(?:update|modify).*");

    private final Program program;
    private final boolean inUse;

    BatchMethods(Program program) {
        this.program = program;
        this.inUse = program.classes().stream().filter(type -> !type.isTest()).anyMatch(BatchMethods::usesServices);
    }

    private static boolean usesServices(DeclaredClass type) {
        return type.file().imports().stream().anyMatch(each -> each.name().equals(DB)
                || each.name().startsWith(PlusTypes.PACKAGE + "extension.service.")
                || each.name().startsWith(PlusTypes.PACKAGE + "extension.repository."));
    }

    /** Whether the program knows services or {@code Db}. */
    boolean areInUse() {
        return inUse;
    }

    /** The name of a method for a list that a mapper, or an interface of the program above it, declares. */
    Optional<String> own(JavaType mapper, Command command, Types types, Module module) {
        Pattern names = command == Command.INSERT ? INSERTS : UPDATES;
        Deque<String> open = new ArrayDeque<>(List.of(mapper.className()));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty() && seen.size() < MAX_TYPES) {
            String name = open.removeFirst();
            Optional<DeclaredClass> type = program.declared(name, module);
            if (seen.add(name) && type.isPresent()) {
                Optional<String> found = type.get().declaration().methods().stream()
                        .filter(each -> names.matcher(each.name()).matches() && takesList(each, type.get()))
                        .map(MethodDeclaration::name).findFirst();
                if (found.isPresent()) {
                    return found;
                }
                types.supertypes(JavaType.of(name)).forEach(each -> open.add(each.name()));
            }
        }
        return Optional.empty();
    }

    private static boolean takesList(MethodDeclaration method, DeclaredClass owner) {
        return !method.parameters().isEmpty()
                && ReturnedRows.of(owner.resolve(method.parameters().get(0).type())) == Rows.MANY;
    }
}
