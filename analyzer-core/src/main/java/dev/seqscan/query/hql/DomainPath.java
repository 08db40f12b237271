package dev.seqscan.query.hql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.CollectionValueNavigablePathContext;
import org.hibernate.grammars.hql.HqlParser.EntityIdReferenceContext;
import org.hibernate.grammars.hql.HqlParser.EntityNaturalIdReferenceContext;
import org.hibernate.grammars.hql.HqlParser.EntityVersionReferenceContext;
import org.hibernate.grammars.hql.HqlParser.GeneralPathFragmentContext;
import org.hibernate.grammars.hql.HqlParser.IdentifierContext;
import org.hibernate.grammars.hql.HqlParser.IndexedPathAccessFragmentContext;
import org.hibernate.grammars.hql.HqlParser.MapKeyNavigablePathContext;
import org.hibernate.grammars.hql.HqlParser.PathContext;
import org.hibernate.grammars.hql.HqlParser.PathContinuationContext;
import org.hibernate.grammars.hql.HqlParser.SimplePathContext;
import org.hibernate.grammars.hql.HqlParser.SyntacticDomainPathContext;
import org.hibernate.grammars.hql.HqlParser.SyntacticPathExpressionContext;
import org.hibernate.grammars.hql.HqlParser.ToOneFkReferenceContext;
import org.hibernate.grammars.hql.HqlParser.TreatedNavigablePathContext;

/**
 * The names of a path, free of the functions that the grammar allows in it: {@code treat}, {@code value},
 * {@code element}, {@code fk}, {@code id}, {@code version} and {@code [..]}.
 *
 * @param names from the alias on; empty where the path is none of attributes, as {@code key(m)}
 * @param treatedAs the entity name of an outer {@code treat}, or empty
 */
record DomainPath(List<String> names, String treatedAs) {

    /** Stands for the version attribute, whatever its name; no attribute can have this name. */
    static final String VERSION = "{version}";

    private static final DomainPath OPAQUE = new DomainPath(List.of(), "");

    /** The path that a node of the parse tree is, if it is one. */
    static Optional<DomainPath> of(ParseTree node) {
        if (node instanceof GeneralPathFragmentContext general) {
            return Optional.of(new DomainPath(names(general), ""));
        }
        if (node instanceof PathContext path) {
            return Optional.of(of(path));
        }
        if (node instanceof SyntacticPathExpressionContext path && path.syntacticDomainPath().function() == null) {
            return Optional.of(syntactic(path.syntacticDomainPath()).then(path.pathContinuation()));
        }
        if (node instanceof EntityIdReferenceContext id) {
            return Optional.of(of(id.path()).then("id").then(id.pathContinuation()));
        }
        if (node instanceof EntityVersionReferenceContext version) {
            return Optional.of(of(version.path()).then(VERSION));
        }
        return node instanceof EntityNaturalIdReferenceContext ? Optional.of(OPAQUE) : Optional.empty();
    }

    static DomainPath of(PathContext path) {
        return path.generalPathFragment() != null ? new DomainPath(names(path.generalPathFragment()), "")
                : syntactic(path.syntacticDomainPath()).then(path.pathContinuation());
    }

    static List<String> names(SimplePathContext path) {
        List<String> names = new ArrayList<>();
        names.add(name(path.identifier()));
        path.simplePathElement().forEach(each -> names.add(name(each.identifier())));
        return names;
    }

    /** A name without its back ticks. */
    static String name(IdentifierContext identifier) {
        String text = identifier.getText();
        return text.startsWith("`") && text.length() > 2 ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> names(GeneralPathFragmentContext path) {
        List<String> names = names(path.simplePath());
        IndexedPathAccessFragmentContext indexed = path.indexedPathAccessFragment();
        if (indexed != null && indexed.generalPathFragment() != null) {
            names.addAll(names(indexed.generalPathFragment()));
        }
        return names;
    }

    private static DomainPath syntactic(SyntacticDomainPathContext path) {
        if (path.treatedNavigablePath() != null) {
            TreatedNavigablePathContext treated = path.treatedNavigablePath();
            DomainPath base = of(treated.path());
            return new DomainPath(base.names, String.join(".", names(treated.simplePath()))).then(treated.pathContinuation());
        }
        if (path.collectionValueNavigablePath() != null) {
            CollectionValueNavigablePathContext value = path.collectionValueNavigablePath();
            return of(value.path()).then(value.pathContinuation());
        }
        MapKeyNavigablePathContext key = path.mapKeyNavigablePath();
        if (key != null || path.function() != null) {
            return OPAQUE;
        }
        ToOneFkReferenceContext reference = path.toOneFkReference();
        if (reference != null) {
            return of(reference.path());
        }
        IndexedPathAccessFragmentContext indexed = path.indexedPathAccessFragment();
        DomainPath base = new DomainPath(names(path.simplePath()), "");
        return indexed == null || indexed.generalPathFragment() == null ? base
                : base.then(names(indexed.generalPathFragment()).toArray(String[]::new));
    }

    private DomainPath then(PathContinuationContext continuation) {
        return continuation == null ? this : then(names(continuation.simplePath()).toArray(String[]::new));
    }

    private DomainPath then(String... more) {
        if (names.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new DomainPath(all, treatedAs);
    }
}
