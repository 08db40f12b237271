package dev.seqscan.program.made;

/** The names of getters and setters (JavaBeans 1.01, section 8.3). */
final class BeanNames {

    private BeanNames() {
    }

    /** Whether a name is that of a getter. */
    static boolean isGetter(String name) {
        return isAccessor(name, "get") || isAccessor(name, "is");
    }

    /** Whether a name is a prefix with a property that begins with a capital letter behind it. */
    static boolean isAccessor(String name, String prefix) {
        return name.length() > prefix.length() && name.startsWith(prefix)
                && name.charAt(prefix.length()) >= 'A' && name.charAt(prefix.length()) <= 'Z';
    }
}
