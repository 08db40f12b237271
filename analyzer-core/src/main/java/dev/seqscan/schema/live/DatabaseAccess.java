package dev.seqscan.schema.live;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a database. What it is as a text holds no secret.
 *
 * @param url for JDBC
 * @param user may be empty, where the URL names one or none is needed
 * @param password may be empty
 */
public record DatabaseAccess(String url, String user, String password) implements Serializable {

    private static final Pattern PARAMETERS = Pattern.compile("[?;].*", Pattern.DOTALL);
    /** Of {@code //user:password@host}, of several such hosts the last, and of Oracle's {@code thin:user/password@host}. */
    private static final Pattern LOGIN = Pattern.compile("(//|:thin:).*@");
    private static final Pattern SECRET = Pattern.compile("(?i)(pass\\w*|pwd|\\w*secret\\w*|\\w*token\\w*|\\w*key\\w*)\\s*=\\s*"
            + "(\\{[^}]*}|[^&;,)\\s]*)");
    private static final Pattern LOGIN_SECRET = Pattern.compile("[:/]([^:/@]+)@");
    private static final String HIDDEN = "***";

    /** The URL up to its parameters, without user and password. */
    public String shown() {
        return LOGIN.matcher(PARAMETERS.matcher(url).replaceFirst("")).replaceFirst("$1");
    }

    /** What a driver says, without what it must not tell: drivers repeat the URL, whole or in parts. */
    String cleaned(String message) {
        String clean = message.replace(url, shown());
        for (String secret : secrets()) {
            clean = clean.replace(secret, HIDDEN);
        }
        return SECRET.matcher(clean).replaceAll("$1=" + Matcher.quoteReplacement(HIDDEN));
    }

    /** The longest first, as one may be part of another. */
    private Iterable<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>(Set.of(password));
        SECRET.matcher(url).results().forEach(each -> secrets.add(each.group(2)));
        LOGIN_SECRET.matcher(PARAMETERS.matcher(url).replaceFirst("")).results().forEach(each -> secrets.add(each.group(1)));
        Set<String> decoded = new LinkedHashSet<>(secrets);
        secrets.forEach(each -> decoded.add(decoded(each)));
        decoded.remove("");
        return decoded.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return shown();
    }
}
