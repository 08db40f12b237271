package dev.seqscan.flow;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * A method whose body was followed.
 *
 * @param key as {@code com.shop.OrderService#list(int)}, the parameters erased
 * @param place the whole declaration
 * @param callees the keys of the methods that its calls may reach, ordered; those without a body that was read are left out
 * @param queries where the queries are declared that its calls send, ordered
 */
public record FollowedMethod(String key, Place place, List<String> callees, List<Place> queries) {
}
