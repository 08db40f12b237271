package dev.seqscan.query.springdata;

import static dev.seqscan.query.springdata.InheritedMethod.reading;
import static dev.seqscan.query.springdata.InheritedMethod.writing;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.springdata.InheritedMethod.Sends;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of {@code CrudRepository}, {@code PagingAndSortingRepository}, {@code JpaRepository},
 * {@code JpaSpecificationExecutor}, {@code QueryByExampleExecutor} and {@code QuerydslPredicateExecutor}, from Spring
 * Data 1 on, as {@code SimpleJpaRepository} implements them (its API documentation).
 */
public final class RepositoryMethods {

    /** What stands first between the parentheses of a call. */
    private enum Argument { NOTHING, MANY, CONDITION, PAGE, ONE }

    private static final Set<String> CONDITIONS = Set.of("Specification", "Example", "Predicate", "PredicateSpecification",
            "DeleteSpecification", "UpdateSpecification");
    private static final Set<String> LISTS = Set.of("Iterable", "Collection", "List", "Set", "ArrayList", "HashSet",
            "LinkedHashSet", "Streamable", "SortedSet", "TreeSet", "LinkedList");

    private RepositoryMethods() {
    }

    /**
     * The inherited method of that name.
     *
     * @param parameterTypes names of the parameter types, or of the arguments' types, without type arguments; simple or
     *        canonical, empty where one is not known
     * @return empty where no repository has such a method
     */
    public static Optional<InheritedMethod> find(String name, List<String> parameterTypes) {
        Argument first = parameterTypes.isEmpty() ? Argument.NOTHING : argument(parameterTypes.get(0));
        Optional<InheritedMethod> method = first == Argument.NOTHING ? withoutArgument(name)
                : first == Argument.MANY ? ofMany(name) : first == Argument.CONDITION ? ofCondition(name) : Optional.empty();
        boolean pages = parameterTypes.stream().anyMatch(type -> argument(type) == Argument.PAGE);
        Optional<InheritedMethod> found = method.isPresent() || first == Argument.NOTHING ? method : ofOne(name);
        return found.map(each -> pages ? each.counting() : each);
    }

    private static Optional<InheritedMethod> withoutArgument(String name) {
        return switch (name) {
            case "findAll" -> Optional.of(reading(name, Projection.ENTITY, Rows.MANY));
            case "count" -> Optional.of(reading(name, Projection.COUNT, Rows.ONE));
            case "deleteAll" -> Optional.of(writing(name, Command.DELETE).sending(Sends.ONE_PER_ELEMENT).loadingFirst());
            case "deleteAllInBatch" -> Optional.of(writing(name, Command.DELETE));
            case "flush" -> Optional.of(writing(name, Command.OTHER).sending(Sends.PENDING));
            default -> Optional.empty();
        };
    }

    /** Spring Data 1 named the methods for many as those for one: {@code save(Iterable)}. */
    private static Optional<InheritedMethod> ofMany(String name) {
        return switch (name) {
            case "findAllById", "findAll" -> Optional.of(reading(name, Projection.ENTITY, Rows.MANY).takingMany());
            case "saveAll", "saveAllAndFlush", "save" ->
                    Optional.of(writing(name, Command.INSERT).sending(Sends.ONE_PER_ELEMENT).takingMany());
            case "deleteAll", "delete" ->
                    Optional.of(writing(name, Command.DELETE).sending(Sends.ONE_PER_ELEMENT).takingMany());
            case "deleteAllById" ->
                    Optional.of(writing(name, Command.DELETE).sending(Sends.ONE_PER_ELEMENT).takingMany().loadingFirst());
            case "deleteAllInBatch", "deleteInBatch", "deleteAllByIdInBatch" ->
                    Optional.of(writing(name, Command.DELETE).takingMany());
            default -> Optional.empty();
        };
    }

    private static Optional<InheritedMethod> ofCondition(String name) {
        return switch (name) {
            case "findAll", "findBy" -> Optional.of(reading(name, Projection.ENTITY, Rows.MANY));
            case "findOne" -> Optional.of(reading(name, Projection.ENTITY, Rows.ONE));
            case "count" -> Optional.of(reading(name, Projection.COUNT, Rows.ONE));
            case "exists" -> Optional.of(reading(name, Projection.EXISTS, Rows.ONE));
            case "delete" -> Optional.of(writing(name, Command.DELETE));
            case "update" -> Optional.of(writing(name, Command.UPDATE));
            default -> Optional.empty();
        };
    }

    /** An entity, an identifier, or an argument of a type that is not known; what takes many is found by its name. */
    private static Optional<InheritedMethod> ofOne(String name) {
        return switch (name) {
            case "findById", "findOne" -> Optional.of(reading(name, Projection.ENTITY, Rows.ONE));
            case "getReferenceById", "getById", "getOne" ->
                    Optional.of(reading(name, Projection.ENTITY, Rows.ONE).sending(Sends.NONE));
            case "existsById", "exists" -> Optional.of(reading(name, Projection.EXISTS, Rows.ONE));
            case "findAll" -> Optional.of(reading(name, Projection.ENTITY, Rows.MANY));
            case "save", "saveAndFlush" -> Optional.of(writing(name, Command.INSERT));
            case "delete" -> Optional.of(writing(name, Command.DELETE));
            case "deleteById" -> Optional.of(writing(name, Command.DELETE).loadingFirst());
            case "findAllById", "saveAll", "saveAllAndFlush", "deleteAll", "deleteAllById", "deleteAllInBatch",
                    "deleteInBatch", "deleteAllByIdInBatch" -> ofMany(name);
            default -> Optional.empty();
        };
    }

    private static Argument argument(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (CONDITIONS.contains(simple)) {
            return Argument.CONDITION;
        }
        if (LISTS.contains(simple)) {
            return Argument.MANY;
        }
        return simple.equals("Pageable") || simple.equals("PageRequest") ? Argument.PAGE : Argument.ONE;
    }
}
