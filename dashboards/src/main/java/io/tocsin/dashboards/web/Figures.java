package io.tocsin.dashboards.web;

import io.tocsin.alerting.rule.Breach;
import java.util.List;

/** The numbers of a breach, each with its name. */
final class Figures {
    private Figures() {}

    /** One number and what it is. */
    record Figure(String name, String value) {}

    static List<Figure> of(Breach breach, Reader reader) {
        Figure rule = figure("rule", breach.rule(), reader);
        return switch (breach) {
            case Breach.Surge surge ->
                List.of(
                        figure("count", reader.number(surge.count()), reader),
                        figure("usual", reader.say("figure.usual.value", surge.expected()), reader),
                        figure("window", reader.wording().duration(surge.window()), reader),
                        figure("chance", chance(surge.chance(), reader), reader),
                        rule);
            case Breach.Copied copied ->
                List.of(
                        figure("count", reader.number(copied.count()), reader),
                        figure("copying", reader.number(copied.copying()), reader),
                        figure("platforms", reader.number(copied.platforms()), reader),
                        figure("usual", reader.say("figure.usual.value", copied.expected()), reader),
                        figure("window", reader.wording().duration(copied.window()), reader),
                        figure("chance", chance(copied.chance(), reader), reader),
                        rule);
            case Breach.SeverePost post ->
                List.of(
                        figure("severity", reader.wording().severity(post.severity()), reader),
                        figure("signs", signs(post, reader), reader),
                        rule);
        };
    }

    private static Figure figure(String key, String value, Reader reader) {
        return new Figure(reader.say("figure." + key), value);
    }

    private static String chance(double chance, Reader reader) {
        double least = 1e-9;
        return chance < least
                ? reader.say("figure.chance.least", 1 / least)
                : reader.say("figure.chance.value", Math.rint(1 / chance));
    }

    private static String signs(Breach.SeverePost post, Reader reader) {
        return post.signs().isEmpty()
                ? reader.say("figure.signs.none")
                : String.join(reader.say("list.separator"), post.signs());
    }
}
