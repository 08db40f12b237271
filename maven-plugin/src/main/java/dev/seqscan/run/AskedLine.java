package dev.seqscan.run;

import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that {@code why} is asked about.
 *
 * @param file relative to the folder that is analysed, with forward slashes
 * @param line counted from 1
 */
public record AskedLine(String file, int line) implements Serializable {

    private static final String NAME = "at";
    private static final Pattern AT = Pattern.compile("(.+):([1-9][0-9]{0,8})");

    /**
     * Reads the parameter.
     *
     * @param at may be null
     * @param root the folder that is analysed
     * @throws WrongParameter if it names no line, or no file below the folder
     */
    public static AskedLine of(String at, Path root) throws WrongParameter {
        Matcher matcher = AT.matcher(at == null ? "" : at.strip());
        if (!matcher.matches()) {
            throw new WrongParameter(NAME, at == null ? "" : at, "allowed is a Java file and a line, as "
                    + "src/main/java/com/shop/OrderService.java:33");
        }
        Path file = root.resolve(matcher.group(1)).normalize();
        if (!file.startsWith(root) || !file.toFile().isFile()) {
            throw new WrongParameter(NAME, at, "there is no such file below " + root);
        }
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        return new AskedLine(name, Integer.parseInt(matcher.group(2)));
    }
}
