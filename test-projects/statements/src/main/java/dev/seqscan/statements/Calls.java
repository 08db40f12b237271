package dev.seqscan.statements;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/**
 * How each entry point is called.
 *
 * @param <D> what the test knows of the rows it has stored: their keys
 */
public final class Calls<D> {

    /** A call with the rows that are stored. */
    @FunctionalInterface
    public interface Call<D> {

        /** Calls it; an answer other than success throws. */
        void make(D data) throws Exception;
    }

    private final MockMvc web;
    private final ObjectMapper json;
    private final SortedMap<String, Call<D>> byLabel = new TreeMap<>();

    /** Sends requests through the whole of Spring MVC, bodies written by an object mapper. */
    public Calls(MockMvc web, ObjectMapper json) {
        this.web = web;
        this.json = json;
    }

    /** A {@code GET} of a URI template. */
    public void get(String template, Function<D, Object[]> variables) {
        put(HttpMethod.GET, template, data -> MockMvcRequestBuilders.get(template, variables.apply(data)));
    }

    /** A {@code DELETE} of a URI template. */
    public void delete(String template, Function<D, Object[]> variables) {
        put(HttpMethod.DELETE, template, data -> MockMvcRequestBuilders.delete(template, variables.apply(data)));
    }

    /** A {@code POST} of a body as JSON to a URI. */
    public void post(String uri, Function<D, Object> body) {
        put(HttpMethod.POST, uri, data -> MockMvcRequestBuilders.post(uri).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(body.apply(data))));
    }

    /** A job or listener, named as {@code SupplierReportJob.run}. */
    public void call(String label, Call<D> call) {
        if (byLabel.put(label, call) != null) {
            throw new IllegalArgumentException(label + " is called twice");
        }
    }

    private void put(HttpMethod verb, String template, Request<D> request) {
        call(verb + " " + template.replaceAll("\\?.*", ""), data ->
                web.perform(request.build(data)).andExpect(MockMvcResultMatchers.status().is2xxSuccessful()));
    }

    @FunctionalInterface
    private interface Request<D> {

        MockHttpServletRequestBuilder build(D data) throws Exception;
    }

    /** Whether an entry point leaves all rows as they are. */
    static boolean onlyReads(String label) {
        return label.startsWith(HttpMethod.GET + " ");
    }

    SortedMap<String, Call<D>> byLabel() {
        return byLabel;
    }
}
