package dev.seqscan.benchmark;

import dev.seqscan.benchmark.subject.LeanParse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The body of one method, which gets one statement more each time. */
final class MethodBody {

    private static final Pattern METHOD =
            Pattern.compile("\\n[ \\t]+(?:public|protected|private) [\\w<>\\[\\], .?]+ \\w+\\([^){};]*\\)[^{};=]*\\{\\n");

    private MethodBody() {
    }

    /** Changes a body in a file in the middle of the module with the most files, the same one each time. */
    static void change(Path folder) throws IOException {
        List<Path> files = ofLargestModule(folder);
        for (Path file : files.subList(files.size() / 2, files.size())) {
            String text = Files.readString(file);
            Matcher method = METHOD.matcher(text);
            if (method.find()) {
                String more = "        System.out.println(\"changed\");\n";
                Files.writeString(file, text.substring(0, method.end()) + more + text.substring(method.end()));
                return;
            }
        }
        throw new IllegalStateException("no method in " + folder);
    }

    private static List<Path> ofLargestModule(Path folder) throws IOException {
        try (Stream<Path> modules = Files.list(folder)) {
            return modules.filter(Files::isDirectory).sorted().map(each -> LeanParse.sources(each.toString()))
                    .max(Comparator.comparing(List::size)).orElseThrow();
        }
    }
}
