package dev.seqscan.cache.form;

import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.Statement.Assert;
import dev.seqscan.source.code.Statement.Block;
import dev.seqscan.source.code.Statement.Break;
import dev.seqscan.source.code.Statement.Case;
import dev.seqscan.source.code.Statement.Catch;
import dev.seqscan.source.code.Statement.Continue;
import dev.seqscan.source.code.Statement.DoWhile;
import dev.seqscan.source.code.Statement.Empty;
import dev.seqscan.source.code.Statement.Evaluate;
import dev.seqscan.source.code.Statement.For;
import dev.seqscan.source.code.Statement.ForEach;
import dev.seqscan.source.code.Statement.If;
import dev.seqscan.source.code.Statement.Labeled;
import dev.seqscan.source.code.Statement.Local;
import dev.seqscan.source.code.Statement.LocalType;
import dev.seqscan.source.code.Statement.Return;
import dev.seqscan.source.code.Statement.Switch;
import dev.seqscan.source.code.Statement.Synchronized;
import dev.seqscan.source.code.Statement.Throw;
import dev.seqscan.source.code.Statement.Try;
import dev.seqscan.source.code.Statement.While;
import dev.seqscan.source.code.Statement.Yield;

/** Statements. */
final class StatementFacts {

    private static final int NONE = 0;
    private static final int BLOCK = 1;
    private static final int LOCAL = 2;
    private static final int LOCAL_TYPE = 3;
    private static final int EVALUATE = 4;
    private static final int IF = 5;
    private static final int FOR = 6;
    private static final int FOR_EACH = 7;
    private static final int WHILE = 8;
    private static final int DO_WHILE = 9;
    private static final int RETURN = 10;
    private static final int THROW = 11;
    private static final int BREAK = 12;
    private static final int CONTINUE = 13;
    private static final int YIELD = 14;
    private static final int TRY = 15;
    private static final int SWITCH = 16;
    private static final int SYNCHRONIZED = 17;
    private static final int LABELED = 18;
    private static final int ASSERT = 19;
    private static final int EMPTY = 20;

    private StatementFacts() {
    }

    /** Writes a statement, or null. The most frequent kinds come first. */
    static void write(Statement any, FormOutput out) {
        if (any == null) {
            out.number(NONE);
            return;
        }
        if (any instanceof Evaluate each) {
            ExpressionFacts.write(each.expression(), out.number(EVALUATE));
        } else if (any instanceof Block each) {
            out.number(BLOCK).each(each.statements(), StatementFacts::write);
        } else if (any instanceof Return each) {
            ExpressionFacts.write(each.value(), out.number(RETURN));
        } else if (any instanceof Local each) {
            ExpressionFacts.write(each.initializer(), out.number(LOCAL).type(each.type()).text(each.name()));
            out.span(each.nameSpan());
        } else if (any instanceof If each) {
            ExpressionFacts.write(each.condition(), out.number(IF));
            write(each.then(), out);
            write(each.otherwise(), out);
        } else if (any instanceof Throw each) {
            ExpressionFacts.write(each.value(), out.number(THROW));
        } else if (!writeLoop(any, out)) {
            writeRare(any, out);
        }
        out.span(any.span());
    }

    private static boolean writeLoop(Statement any, FormOutput out) {
        if (any instanceof ForEach each) {
            write(each.variable(), out.number(FOR_EACH));
            ExpressionFacts.write(each.iterable(), out);
            write(each.body(), out);
            out.span(each.header());
        } else if (any instanceof For each) {
            ExpressionFacts.write(each.condition(), out.number(FOR).each(each.init(), StatementFacts::write));
            write(each.body(), out.each(each.update(), ExpressionFacts::write));
            out.span(each.header());
        } else if (any instanceof While each) {
            ExpressionFacts.write(each.condition(), out.number(WHILE));
            write(each.body(), out);
        } else if (any instanceof DoWhile each) {
            write(each.body(), out.number(DO_WHILE));
            ExpressionFacts.write(each.condition(), out);
        } else {
            return false;
        }
        return true;
    }

    private static void writeRare(Statement any, FormOutput out) {
        if (any instanceof Try each) {
            write(each.body(), out.number(TRY).each(each.resources(), StatementFacts::write));
            write(each.last(), out.each(each.catches(), StatementFacts::writeCatch));
        } else if (any instanceof Switch each) {
            ExpressionFacts.write(each.selector(), out.number(SWITCH));
            out.each(each.cases(), StatementFacts::writeCase);
        } else if (any instanceof Synchronized each) {
            ExpressionFacts.write(each.lock(), out.number(SYNCHRONIZED));
            write(each.body(), out);
        } else if (any instanceof Labeled each) {
            write(each.body(), out.number(LABELED).text(each.label()));
        } else if (any instanceof LocalType each) {
            DeclarationFacts.write(each.type(), out.number(LOCAL_TYPE));
        } else {
            writeJump(any, out);
        }
    }

    private static void writeJump(Statement any, FormOutput out) {
        if (any instanceof Break each) {
            writeLabel(each.label(), out.number(BREAK));
        } else if (any instanceof Continue each) {
            writeLabel(each.label(), out.number(CONTINUE));
        } else if (any instanceof Yield each) {
            ExpressionFacts.write(each.value(), out.number(YIELD));
        } else if (any instanceof Assert each) {
            ExpressionFacts.write(each.condition(), out.number(ASSERT));
            ExpressionFacts.write(each.message(), out);
        } else if (any instanceof Empty) {
            out.number(EMPTY);
        } else {
            throw new IllegalArgumentException("no form for " + any.getClass());
        }
    }

    /** Reads a statement, or null. */
    static Statement read(FormInput in) {
        return switch (in.integer()) {
            case NONE -> null;
            case BLOCK -> new Block(in.each(StatementFacts::read), in.span());
            case LOCAL -> new Local(in.type(), in.text(), ExpressionFacts.read(in), in.span(), in.span());
            case LOCAL_TYPE -> new LocalType(DeclarationFacts.read(in), in.span());
            case EVALUATE -> new Evaluate(ExpressionFacts.read(in), in.span());
            case IF -> new If(ExpressionFacts.read(in), read(in), read(in), in.span());
            case FOR -> new For(in.each(StatementFacts::read), ExpressionFacts.read(in), in.each(ExpressionFacts::read), read(in),
                    in.span(), in.span());
            case FOR_EACH -> new ForEach((Local) read(in), ExpressionFacts.read(in), read(in), in.span(), in.span());
            case WHILE -> new While(ExpressionFacts.read(in), read(in), in.span());
            case DO_WHILE -> new DoWhile(read(in), ExpressionFacts.read(in), in.span());
            case RETURN -> new Return(ExpressionFacts.read(in), in.span());
            case THROW -> new Throw(ExpressionFacts.read(in), in.span());
            case BREAK -> new Break(readLabel(in), in.span());
            case CONTINUE -> new Continue(readLabel(in), in.span());
            case YIELD -> new Yield(ExpressionFacts.read(in), in.span());
            case TRY -> new Try(in.each(StatementFacts::read), readBlock(in), in.each(StatementFacts::readCatch), readBlock(in),
                    in.span());
            case SWITCH -> new Switch(ExpressionFacts.read(in), in.each(StatementFacts::readCase), in.span());
            case SYNCHRONIZED -> new Synchronized(ExpressionFacts.read(in), readBlock(in), in.span());
            case LABELED -> new Labeled(in.text(), read(in), in.span());
            case ASSERT -> new Assert(ExpressionFacts.read(in), ExpressionFacts.read(in), in.span());
            case EMPTY -> new Empty(in.span());
            default -> throw new IllegalStateException("no statement");
        };
    }

    /** Reads a block, or null. */
    static Block readBlock(FormInput in) {
        return (Block) read(in);
    }

    static void writeCase(Case each, FormOutput out) {
        out.each(each.labels(), ExpressionFacts::write).each(each.patterns(), ExpressionFacts::writePattern);
        ExpressionFacts.write(each.guard(), out);
        out.flag(each.arrow()).each(each.body(), StatementFacts::write).span(each.span());
    }

    static Case readCase(FormInput in) {
        return new Case(in.each(ExpressionFacts::read), in.each(ExpressionFacts::readPattern), ExpressionFacts.read(in),
                in.flag(), in.each(StatementFacts::read), in.span());
    }

    private static void writeCatch(Catch each, FormOutput out) {
        write(each.body(), out.types(each.types()).text(each.name()));
        out.span(each.span());
    }

    private static Catch readCatch(FormInput in) {
        return new Catch(in.types(), in.text(), readBlock(in), in.span());
    }

    private static void writeLabel(String label, FormOutput out) {
        out.flag(label != null);
        if (label != null) {
            out.text(label);
        }
    }

    private static String readLabel(FormInput in) {
        return in.flag() ? in.text() : null;
    }
}
