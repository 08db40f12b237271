package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.Constants;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.program.Template;
import dev.seqscan.program.Variable;
import dev.seqscan.program.made.TemplateBodies;
import dev.seqscan.program.made.TemplateUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a method puts into the model of a page, and which template it lets show it (Spring Framework reference, "Spring Web
 * MVC", "Model" and "Return Values"). The template becomes a call that is given the values of its variables.
 */
final class Views {

    private static final Set<String> MODELS = Set.of("org.springframework.ui.Model", "org.springframework.ui.ModelMap",
            "org.springframework.ui.ExtendedModelMap", "org.springframework.ui.ConcurrentModel",
            "org.springframework.web.servlet.mvc.support.RedirectAttributes");
    private static final String MODEL_AND_VIEW = "org.springframework.web.servlet.ModelAndView";
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.HashMap");
    private static final Set<String> PUTS = Set.of("addAttribute", "addObject", "put");

    private final LinkedBody body;
    private final MethodFlow flow;
    private final ElementSources sources;
    private final Program program;
    private final TemplateBodies bodies;
    private final Constants constants;
    private final Map<String, Attribute> model = new LinkedHashMap<>();
    private final Map<String, Expression> shown = new LinkedHashMap<>();

    Views(LinkedBody body, MethodFlow flow, ElementSources sources, Program program) {
        this.body = body;
        this.flow = flow;
        this.sources = sources;
        this.program = program;
        this.bodies = new TemplateBodies(program);
        this.constants = new Constants(program);
    }

    /** What stands in the model under a name, or is given to a fragment. */
    private record Attribute(JavaType type, Set<Value> values, ElementSource elements) {

        static final Attribute NOTHING = new Attribute(new JavaType.Unknown("not in the model"), Set.of(), ElementSource.UNKNOWN);

        Attribute or(Attribute other) {
            return new Attribute(type.equals(Primitive.NULL) || !type.isKnown() ? other.type : type,
                    Value.union(values, other.values), elements.and(other.elements));
        }
    }

    private Attribute attribute(Expression given, Set<Value> values) {
        return new Attribute(body.type(given), values, sources.isList(given) ? sources.of(given) : ElementSource.UNKNOWN);
    }

    /** Heeds a call that puts something into the model, chooses a view, or includes a fragment. */
    void call(Expression.Call call, List<Set<Value>> arguments, Region region) {
        if (call.target() == null) {
            included(call, arguments, region);
            return;
        }
        boolean puts = PUTS.contains(call.name());
        if (!program.hasTemplates() || !puts && !call.name().equals("setViewName")) {
            return;
        }
        String receiver = body.type(call.target()).className();
        if (call.name().equals("setViewName") && receiver.equals(MODEL_AND_VIEW) && call.arguments().size() == 1) {
            shows(call.arguments().get(0));
        } else if (puts && (MODELS.contains(receiver) || receiver.equals(MODEL_AND_VIEW) || isModelMap(call.target(), receiver))) {
            put(call.arguments(), arguments);
        }
    }

    /** Spring gives the model to a parameter that is a map. */
    private boolean isModelMap(Expression target, String receiver) {
        return MAPS.contains(receiver) && target instanceof Expression.Name name
                && body.variable(name).filter(each -> each.kind() == Variable.Kind.PARAMETER).isPresent();
    }

    /** Heeds {@code new ModelAndView("orders/list", "orders", orders)}. */
    void created(Expression.New creation, List<Set<Value>> arguments) {
        List<Expression> given = creation.arguments();
        if (given.isEmpty() || !body.type(creation).className().equals(MODEL_AND_VIEW)) {
            return;
        }
        shows(given.get(0));
        if (given.size() == 3) {
            put(given.subList(1, 3), arguments.subList(1, 3));
        }
    }

    private void put(List<Expression> given, List<Set<Value>> values) {
        if (given.size() == 2) {
            text(given.get(0)).ifPresent(name -> model.merge(name, attribute(given.get(1), values.get(1)), Attribute::or));
        } else if (given.size() == 1) {
            defaultName(body.type(given.get(0)))
                    .ifPresent(name -> model.merge(name, attribute(given.get(0), values.get(0)), Attribute::or));
        }
    }

    /** {@code orderList} for a list of orders (Javadoc of Spring's {@code Conventions.getVariableName}). */
    private static Optional<String> defaultName(JavaType type) {
        boolean many = type instanceof JavaType.ClassType named && named.arguments().size() == 1;
        String name = many ? ((JavaType.ClassType) type).arguments().get(0).className() : type.className();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.isEmpty() ? Optional.empty()
                : Optional.of(Character.toLowerCase(simple.charAt(0)) + simple.substring(1) + (many ? "List" : ""));
    }

    /** Heeds what a method gives back: the name of a view is a text. */
    void returned(Expression value) {
        if (value instanceof Expression.Conditional choice) {
            returned(choice.whenTrue());
            returned(choice.whenFalse());
        } else if (program.hasTemplates() && body.type(value).className().equals(ClassType.STRING.name())) {
            shows(value);
        }
    }

    private void shows(Expression view) {
        text(view).ifPresent(name -> shown.putIfAbsent(name, view));
    }

    private Optional<String> text(Expression expression) {
        boolean local = expression instanceof Expression.Name name && body.variable(name).isPresent();
        boolean plain = expression instanceof Expression.Literal || expression instanceof Expression.Name
                || expression instanceof Expression.Select || expression instanceof Expression.Binary;
        return local || !plain ? Optional.empty() : constants.text(expression, body.owner());
    }

    /** Lets the templates be shown with what is in the model; {@code closed} if no lazy association can be loaded then. */
    void finish(boolean closed) {
        if (model.isEmpty()) {
            return;
        }
        shown.forEach((name, view) -> program.template(name, body.owner().module()).ifPresent(template -> {
            List<Attribute> given = bodies.variables(template, "").stream()
                    .map(variable -> model.getOrDefault(variable, Attribute.NOTHING)).toList();
            show(template, "", given, view, flow.root).closed = closed;
        }));
    }

    private void included(Expression.Call call, List<Set<Value>> arguments, Region region) {
        if (!TemplateUse.isTemplate(body.owner().name())) {
            return;
        }
        Optional<Template> from = program.template(body.owner().file());
        from.flatMap(each -> bodies.included(each, call)).ifPresent(use -> {
            List<Attribute> given = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                given.add(attribute(call.arguments().get(i), arguments.get(i)));
            }
            show(use.template(), use.fragment(), given, call, region);
        });
    }

    private CallEvent show(Template template, String fragment, List<Attribute> given, Expression at, Region region) {
        TemplateUse use = new TemplateUse(template, fragment, given.stream().map(Attribute::type).toList());
        CallTarget target = use.target();
        CallEvent event = new CallEvent(region, body.owner().place(LoopHeads.oneLine(at.span())), target,
                TemplateUse.label(target.owner(), target.name()), target.returns(), "", Set.of(),
                given.stream().map(Attribute::values).toList(), null);
        Map<Integer, ElementSource> elements = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            elements.put(i, given.get(i).elements());
        }
        event.hanging = new Hanging.Facts(Dependence.NONE, List.of(), List.of(), Map.of(), Map.of(), List.of(), elements,
                KnownValues.UNKNOWN, Map.of(), Map.of());
        flow.calls.add(event);
        region.calls.add(event);
        flow.templates.add(use);
        return event;
    }
}
