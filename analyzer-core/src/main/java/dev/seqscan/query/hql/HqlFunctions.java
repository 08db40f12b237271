package dev.seqscan.query.hql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.AdditionExpressionContext;
import org.hibernate.grammars.hql.HqlParser.CaseListContext;
import org.hibernate.grammars.hql.HqlParser.ConcatenationExpressionContext;
import org.hibernate.grammars.hql.HqlParser.FromDurationExpressionContext;
import org.hibernate.grammars.hql.HqlParser.FunctionContext;
import org.hibernate.grammars.hql.HqlParser.GenericFunctionContext;
import org.hibernate.grammars.hql.HqlParser.JpaNonstandardFunctionContext;
import org.hibernate.grammars.hql.HqlParser.MultiplicationExpressionContext;
import org.hibernate.grammars.hql.HqlParser.ToDurationExpressionContext;
import org.hibernate.grammars.hql.HqlParser.UnaryExpressionContext;

/** Names of functions: those of Jakarta Persistence 3.2, section 4.7, of HQL, and those that dialects register. */
final class HqlFunctions {

    private static final Set<String> AGGREGATES = Set.of("sum", "avg", "min", "max", "every", "any", "some", "all",
            "listagg", "string_agg", "group_concat", "array_agg", "stddev", "stddev_pop", "stddev_samp", "variance",
            "var_pop", "var_samp", "median", "percentile_cont", "percentile_disc", "mode");

    private static final Set<String> KNOWN = Set.copyOf(List.of(("abs acos add_months age any_value array array_agg array_append"
            + " array_contains array_get array_length array_to_string ascii asin atan atan2 avg bit_and bit_length bit_or"
            + " bit_xor bitand bitor bitxor bool_and bool_or btrim cast cbrt ceil ceiling char char_length character_length"
            + " chr coalesce collate concat concat_ws convert corr cos cosh cot count covar_pop covar_samp crc32 cume_dist"
            + " curdate current_date current_time current_timestamp current_user curtime date date_add date_format date_part"
            + " date_sub date_trunc dateadd datediff datename datepart datetrunc day day_name day_of_month day_of_week"
            + " day_of_year dayname dayofmonth dayofweek dayofyear degrees dense_rank difference every exp extract"
            + " field find_in_set first_value floor format from_unixtime generate_series getdate getutcdate greatest"
            + " group_concat hex hour hours_between ifnull initcap insert instr int isnull json_array json_array_length"
            + " json_exists json_extract json_object json_query json_value lag last_day last_value lastday lcase lead least"
            + " left len length listagg ln localtime localtimestamp locate log log10 log2 lower lpad ltrim make_date"
            + " makedate max md5 median microsecond min minute mod mode month monthname months_between next_day"
            + " nth_value ntile now nullif nvl nvl2 octet_length overlay pad percent_rank percentile_cont percentile_disc"
            + " pi position pow power quarter radians rand random rank regexp_like regexp_matches regexp_replace repeat"
            + " replace replicate reverse right round row_number rpad rtrim sec_to_time second sha sha1 sha2 sign sin sinh"
            + " size soundex space sqrt stddev stddev_pop stddev_samp str str_to_date strftime string_agg substr substring"
            + " substring_index sum sysdate systimestamp tan tanh time time_format timestamp timestampadd timestampdiff"
            + " timezone_hour timezone_minute to_char to_date to_days to_number to_timestamp translate trim trunc truncate"
            + " ucase unaccent unhex unix_timestamp unnest upper user utc_date utc_time utc_timestamp uuid"
            + " gen_random_uuid var_pop var_samp variance week weekday weekofyear width_bucket year yearweek isodow epoch"
            + " ilike regexp contains index key value entry maxelement minelement maxindex minindex some any all").split(" ")));

    /** Functions that answer yes or no about their first argument; no index answers them. */
    private static final Set<String> TESTS = Set.of("ilike", "like", "regexp", "regexp_like", "regexp_matches", "contains",
            "array_contains", "find_in_set", "json_exists", "match", "match_against");

    private HqlFunctions() {
    }

    static boolean isAggregate(String name) {
        return AGGREGATES.contains(name);
    }

    static boolean isTest(String name) {
        return TESTS.contains(name);
    }

    /**
     * The function or operator that a node of the parse tree lays around its children, in lower case, or empty. A function
     * called through {@code function('name', ..)} is one that the author knows; other names are checked.
     */
    static String around(ParseTree node, ShapeParts parts) {
        if (node instanceof FunctionContext function) {
            String name = name(function);
            if (function.genericFunction() != null && !KNOWN.contains(name)) {
                parts.unknown("unknown function " + name);
            }
            return name;
        }
        if (node instanceof AdditionExpressionContext addition) {
            return addition.additiveOperator().getText();
        }
        if (node instanceof MultiplicationExpressionContext product) {
            return product.multiplicativeOperator().getText();
        }
        if (node instanceof UnaryExpressionContext unary) {
            return unary.signOperator().getText();
        }
        if (node instanceof ConcatenationExpressionContext) {
            return "||";
        }
        boolean duration = node instanceof ToDurationExpressionContext || node instanceof FromDurationExpressionContext;
        return node instanceof CaseListContext ? "case" : duration ? "duration" : "";
    }

    /** The name of a function in lower case, without quotes. */
    static String name(FunctionContext function) {
        GenericFunctionContext generic = function.genericFunction();
        JpaNonstandardFunctionContext foreign = function.jpaNonstandardFunction();
        String name = generic != null ? generic.genericFunctionName().getText()
                : foreign != null ? foreign.jpaNonstandardFunctionName().getText() : function.getStart().getText();
        return name.replaceAll("['\"`]", "").toLowerCase(Locale.ROOT);
    }
}
