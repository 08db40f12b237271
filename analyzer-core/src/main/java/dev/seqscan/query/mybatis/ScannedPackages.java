package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packages that {@code @MapperScan} names (reference of MyBatis-Spring, "Injecting Mappers"). */
final class ScannedPackages {

    private ScannedPackages() {
    }

    static List<String> of(AnnotationUse scan, DeclaredClass owner, Program program) {
        List<String> packages = new ArrayList<>();
        for (String attribute : List.of("value", "basePackages")) {
            elements(scan.attribute(attribute)).forEach(each -> Texts.text(each, owner, program).constant()
                    .ifPresent(name -> packages.add(name.replaceAll("[.*]+$", ""))));
        }
        elements(scan.attribute("basePackageClasses")).stream().filter(Expression.ClassLiteral.class::isInstance)
                .map(each -> owner.resolve(((Expression.ClassLiteral) each).type()).className())
                .filter(name -> name.indexOf('.') > 0)
                .forEach(name -> packages.add(name.substring(0, name.lastIndexOf('.'))));
        packages.removeIf(String::isEmpty);
        return packages;
    }

    private static List<Expression> elements(Optional<Expression> value) {
        return value.map(each -> each instanceof Expression.NewArray array && array.elements() != null
                ? array.elements() : List.of(each)).orElse(List.of());
    }
}
