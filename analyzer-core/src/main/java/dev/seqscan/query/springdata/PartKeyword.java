package dev.seqscan.query.springdata;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Value;
import java.util.List;

/**
 * The predicate keywords of derived names with their synonyms, in the order in which Spring Data tries them (Spring Data
 * JPA reference, "Repository query keywords", "Supported query method predicate keywords and modifiers").
 */
enum PartKeyword {

    IS_NOT_NULL(Operator.IS_NOT_NULL, 0, "IsNotNull", "NotNull"),
    IS_NULL(Operator.IS_NULL, 0, "IsNull", "Null"),
    BETWEEN(Operator.RANGE, 2, "IsBetween", "Between"),
    LESS_THAN(Operator.RANGE, 1, "IsLessThan", "LessThan"),
    LESS_THAN_EQUAL(Operator.RANGE, 1, "IsLessThanEqual", "LessThanEqual"),
    GREATER_THAN(Operator.RANGE, 1, "IsGreaterThan", "GreaterThan"),
    GREATER_THAN_EQUAL(Operator.RANGE, 1, "IsGreaterThanEqual", "GreaterThanEqual"),
    BEFORE(Operator.RANGE, 1, "IsBefore", "Before"),
    AFTER(Operator.RANGE, 1, "IsAfter", "After"),
    NOT_LIKE(Operator.OTHER, 1, "IsNotLike", "NotLike"),
    LIKE(Operator.LIKE_PARAMETER, 1, "IsLike", "Like"),
    STARTING_WITH(Operator.LIKE_PREFIX, 1, "IsStartingWith", "StartingWith", "StartsWith"),
    ENDING_WITH(Operator.LIKE_ANYWHERE, 1, "IsEndingWith", "EndingWith", "EndsWith"),
    IS_NOT_EMPTY(Operator.OTHER, 0, "IsNotEmpty", "NotEmpty"),
    IS_EMPTY(Operator.OTHER, 0, "IsEmpty", "Empty"),
    NOT_CONTAINING(Operator.OTHER, 1, "IsNotContaining", "NotContaining", "NotContains"),
    CONTAINING(Operator.LIKE_ANYWHERE, 1, "IsContaining", "Containing", "Contains"),
    NOT_IN(Operator.NOT_IN, 1, "IsNotIn", "NotIn"),
    IN(Operator.IN, 1, "IsIn", "In"),
    NEAR(Operator.OTHER, 1, "IsNear", "Near"),
    WITHIN(Operator.OTHER, 1, "IsWithin", "Within"),
    REGEX(Operator.OTHER, 1, "MatchesRegex", "Matches", "Regex"),
    EXISTS(Operator.OTHER, 0, "Exists"),
    TRUE(Operator.IS_TRUE, 0, "IsTrue", "True"),
    FALSE(Operator.EQUAL, 0, "IsFalse", "False"),
    NOT(Operator.NOT_EQUAL, 1, "IsNot", "Not"),
    EQUALS(Operator.EQUAL, 1, "Is", "Equals");

    private final Operator operator;
    private final int parameters;
    private final List<String> spellings;

    PartKeyword(Operator operator, int parameters, String... spellings) {
        this.operator = operator;
        this.parameters = parameters;
        this.spellings = List.of(spellings);
    }

    Operator operator() {
        return operator;
    }

    /** How many parameters of the method it takes. */
    int parameters() {
        return parameters;
    }

    Value value() {
        if (this == TRUE || this == FALSE) {
            return Value.CONSTANT;
        }
        return parameters == 0 ? Value.NONE : Value.PARAMETER;
    }

    /** The truth value that it compares with. */
    Other other() {
        return this == TRUE || this == FALSE ? Other.ofTruth(this == TRUE) : Other.UNKNOWN;
    }

    /** Whether it asks a collection about its elements. */
    boolean testsCollection() {
        return this == IS_EMPTY || this == IS_NOT_EMPTY || this == CONTAINING || this == NOT_CONTAINING;
    }

    /** A part of a name cut into property and keyword; without a keyword it means equality. */
    static NamePart split(String part, boolean ignoresCase) {
        for (PartKeyword keyword : values()) {
            for (String spelling : keyword.spellings) {
                if (part.endsWith(spelling)) {
                    return new NamePart(part.substring(0, part.length() - spelling.length()), keyword, ignoresCase);
                }
            }
        }
        return new NamePart(part, EQUALS, ignoresCase);
    }
}
