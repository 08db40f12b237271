package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of MyBatis-Plus, MyBatis-Plus-Join and the common Mapper of tk.mybatis whose methods send statements. */
final class PlusTypes {

    static final String PACKAGE = "com.baomidou.mybatisplus.";
    private static final String JOIN = "com.github.yulichang.base.";
    private static final String COMMON = "tk.mybatis.mapper.";
    private static final Set<String> SENDING = Set.of("BaseMapper", "Mapper", "IService", "ServiceImpl", "IRepository",
            "CrudRepository", "AbstractRepository", "ChainQuery", "ChainUpdate", "Model", "AbstractModel", "Db");
    private static final String MAPPER = PACKAGE + "core.mapper.BaseMapper";
    private static final String COMMON_MAPPER = COMMON + "common.BaseMapper";
    private static final List<String> SERVICES = List.of(PACKAGE + "extension.repository.IRepository",
            PACKAGE + "extension.service.IService");
    private static final List<String> CHAINS = List.of(PACKAGE + "extension.conditions.ChainWrapper",
            PACKAGE + "extension.conditions.query.ChainQuery", PACKAGE + "extension.conditions.update.ChainUpdate");

    private PlusTypes() {
    }

    /** Whether a class is one of these libraries. */
    static boolean isOfLibrary(String className) {
        return className.startsWith(PACKAGE) || className.startsWith(JOIN) || className.startsWith(COMMON);
    }

    /** Whether calls of its methods may send something; conditions are put together by other classes. */
    static boolean sends(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return className.startsWith(PACKAGE) && SENDING.contains(simple) || className.startsWith(JOIN)
                || (className.startsWith(COMMON + "common.") || className.startsWith(COMMON + "additional."))
                && simple.endsWith("Mapper");
    }

    /** What a method of these libraries does, or one that a mapper of the program declares anew. */
    static Optional<PlusMethod> method(CallSite call, Mappers mappers) {
        String owner = call.target().owner();
        String name = call.target().name();
        if (isOfLibrary(owner)) {
            return owner.startsWith(COMMON) ? CommonMethods.find(name) : PlusMethods.find(name);
        }
        Module module = call.body().owner().module();
        if (PlusMethods.isName(name) && is(call.receiverType(), mappers, module, MAPPER)) {
            return PlusMethods.find(name);
        }
        return CommonMethods.find(name).filter(each -> is(call.receiverType(), mappers, module, COMMON_MAPPER));
    }

    /** Whether a type is a mapper with the inherited methods. */
    static boolean isMapper(JavaType type, Mappers mappers, Module module) {
        return is(type, mappers, module, MAPPER) || isCommon(type, mappers, module);
    }

    /** Whether a type is a mapper of tk.mybatis. */
    static boolean isCommon(JavaType type, Mappers mappers, Module module) {
        return is(type, mappers, module, COMMON_MAPPER);
    }

    private static boolean is(JavaType type, Mappers mappers, Module module, String name) {
        return mappers.asSuper(type, module, Stream.of(name)).isPresent();
    }

    /** The class whose rows a mapper, service or chain is for: the only type argument of what declares the method. */
    static Optional<JavaType> entity(JavaType type, String owner, Mappers mappers, Module module) {
        Stream<String> known = Stream.of(List.of(MAPPER, COMMON_MAPPER), SERVICES, CHAINS, isOfLibrary(owner) ? List.of(owner)
                : List.<String>of()).flatMap(List::stream);
        return mappers.asSuper(type, module, known).map(ClassType::arguments)
                .filter(arguments -> arguments.size() == 1).map(arguments -> arguments.get(0));
    }
}
