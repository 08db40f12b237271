package dev.seqscan.entity.xml;

import dev.seqscan.source.xml.XmlElement;

/**
 * What the root element says for a whole file ({@code hibernate-mapping-3.0.dtd}, element
 * {@code hibernate-mapping}: {@code default-lazy} is {@code true}, {@code default-cascade} is {@code none}).
 */
record HbmDefaults(String packageName, boolean lazy, String cascade) {

    static HbmDefaults of(XmlElement root) {
        return new HbmDefaults(root.attribute("package").orElse(""), !root.attribute("default-lazy").orElse("").equals("false"),
                root.attribute("default-cascade").orElse("none"));
    }

    /** The canonical name of a class that the file names; a nested one is written with {@code $}. */
    String className(String written) {
        boolean simple = written.indexOf('.') < 0 && !packageName.isEmpty() && !written.isEmpty();
        return (simple ? packageName + "." + written : written).replace('$', '.');
    }
}
