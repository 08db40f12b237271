package dev.seqscan.program;

import java.util.List;

/**
 * The method that a call, an object creation or a method reference means.
 *
 * @param owner canonical name of the class that declares it
 * @param name {@code <init>} for constructors
 * @param parameters declared parameter types, type variables not replaced
 * @param returns the return type at this call, type variables replaced as far as inferred
 * @param receiver the type on which it is called; of a static method the owner
 * @param isStatic whether it is static
 * @param varArgs whether the last parameter takes any number of arguments
 */
public record CallTarget(String owner, String name, List<JavaType> parameters, JavaType returns, JavaType receiver,
        boolean isStatic, boolean varArgs) {

    /** {@code com.shop.OrderService#list(java.lang.String,int)}: owner, name and erased parameters. */
    public String key() {
        return key(owner, name, parameters);
    }

    /** Without the types, which take long, and which seldom tell methods of a class with the same name apart. */
    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name.hashCode() + parameters.size();
    }

    /** Names come first, since they tell most targets apart. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof CallTarget target && name.equals(target.name) && owner.equals(target.owner)
                && isStatic == target.isStatic && varArgs == target.varArgs && parameters.equals(target.parameters)
                && receiver.equals(target.receiver) && returns.equals(target.returns);
    }

    static String key(String owner, String name, List<JavaType> parameters) {
        return owner + "#" + name + "(" + String.join(",", parameters.stream().map(CallTarget::erased).toList()) + ")";
    }

    private static String erased(JavaType type) {
        if (type instanceof JavaType.ArrayType array) {
            return erased(array.element()) + "[]";
        }
        if (type instanceof JavaType.Primitive primitive) {
            return primitive.name();
        }
        String name = type.className();
        return name.isEmpty() ? "?" : name;
    }
}
