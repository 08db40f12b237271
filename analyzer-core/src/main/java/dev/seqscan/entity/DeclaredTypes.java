package dev.seqscan.entity;

import dev.seqscan.entity.xml.MemberTypes;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of fields and properties as the sources declare them, whatever maps them. */
final class DeclaredTypes implements MemberTypes {

    private final Map<String, DeclaredClass> byName = new HashMap<>();
    private final MappingContext context;
    private final MemberReader members;
    private final AssociationTargets targets;

    DeclaredTypes(Collection<DeclaredClass> classes, MappingContext context) {
        classes.forEach(each -> byName.putIfAbsent(each.name(), each));
        this.context = context;
        this.members = new MemberReader(context, XmlMappings.NONE);
        this.targets = new AssociationTargets(context.program());
    }

    /** Whether the sources have a class of that canonical name. */
    boolean knows(String className) {
        return byName.containsKey(className);
    }

    /** The field or property of that name in the nearest of some classes, with type parameters replaced. */
    Optional<Member> find(List<Ancestor> chain, String name) {
        return chain.stream().flatMap(each -> members.named(each.declared(), name).stream().map(member -> new Member(name,
                each.bindings().apply(member.type()), member.annotations(), member.owner(), member.place()))).findFirst();
    }

    @Override
    public Optional<String> typeOf(String className, String attribute) {
        return Optional.ofNullable(byName.get(className))
                .flatMap(type -> find(Ancestor.chain(type, TypeBindings.NONE, context.program()), attribute))
                .map(this::elementOrType).filter(type -> !type.isEmpty());
    }

    private String elementOrType(Member member) {
        JavaType element = targets.declaredElement(member);
        return element instanceof JavaType.Unknown ? member.type().className() : element.className();
    }
}
