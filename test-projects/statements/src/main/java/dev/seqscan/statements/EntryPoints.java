package dev.seqscan.statements;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The ways into an application, as the running application itself knows them. */
final class EntryPoints {

    private final SortedMap<String, Method> byLabel = new TreeMap<>();

    /** Those whose handler is in a package or below: {@code GET /orders/{number}}, {@code SupplierReportJob.run}. */
    static SortedMap<String, Method> of(ApplicationContext application, String packageName) {
        EntryPoints found = new EntryPoints();
        application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, handler) -> found.addRequests(mapping, handler.getMethod()));
        for (String name : application.getBeanDefinitionNames()) {
            found.addListeners(AopUtils.getTargetClass(application.getBean(name)));
        }
        found.byLabel.values().removeIf(method -> !method.getDeclaringClass().getName().startsWith(packageName + "."));
        return found.byLabel;
    }

    private void addRequests(RequestMappingInfo mapping, Method handler) {
        mapping.getMethodsCondition().getMethods().forEach(verb ->
                mapping.getPatternValues().forEach(pattern -> byLabel.put(verb + " " + pattern, handler)));
    }

    private void addListeners(Class<?> type) {
        Predicate<Method> called = method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                || AnnotatedElementUtils.hasAnnotation(method, EventListener.class);
        ReflectionUtils.MethodFilter filter = called::test;
        MethodIntrospector.selectMethods(type, filter).forEach(method ->
                byLabel.put(type.getSimpleName() + "." + method.getName(), method));
    }

    /** {@code com.shop.OrderService#list(java.lang.String,int)}, as the analyser names it. */
    static String key(Method method) {
        return method.getDeclaringClass().getCanonicalName() + "#" + method.getName() + Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName).collect(Collectors.joining(",", "(", ")"));
    }
}
