package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.Module;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of MyBatis-Plus whose methods send statements. */
final class PlusTypes {

    static final String PACKAGE = "com.baomidou.mybatisplus.";
    private static final Set<String> SENDING = Set.of("BaseMapper", "Mapper", "IService", "ServiceImpl", "IRepository",
            "CrudRepository", "AbstractRepository", "ChainQuery", "ChainUpdate", "Model", "AbstractModel", "Db");
    private static final List<String> OF_ENTITY = List.of(PACKAGE + "core.mapper.BaseMapper",
            PACKAGE + "extension.repository.IRepository", PACKAGE + "extension.service.IService",
            PACKAGE + "extension.conditions.ChainWrapper", PACKAGE + "extension.conditions.query.ChainQuery",
            PACKAGE + "extension.conditions.update.ChainUpdate");

    private PlusTypes() {
    }

    /** Whether calls of its methods may send something; conditions are put together by other classes. */
    static boolean sends(String className) {
        return className.startsWith(PACKAGE) && SENDING.contains(className.substring(className.lastIndexOf('.') + 1));
    }

    /** Whether a type is a mapper with the inherited methods. */
    static boolean isMapper(JavaType type, Mappers mappers, Module module) {
        return mappers.asSuper(type, module, OF_ENTITY.stream().limit(1)).isPresent();
    }

    /** The class whose rows a mapper, service or chain is for. */
    static Optional<JavaType> entity(JavaType type, Mappers mappers, Module module) {
        return mappers.asSuper(type, module, OF_ENTITY.stream()).map(ClassType::arguments)
                .filter(arguments -> !arguments.isEmpty()).map(arguments -> arguments.get(0));
    }
}
