package io.tocsin.analyzer.entity;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers of orders, tickets, bookings and the like, told from other numbers by the word before them. */
final class OrderNumbers implements Finder {
    private static final String CHINESE = "(?:订单|定单|工单|投诉单|运单|快递单|物流单|面单|单据|流水|交易|票|机票|案件|受理|合同|保单|预订|预定"
            + "|预约|确认|取件|退款|退货|维修|报修|服务)(?:编号|单号|号码|号)|单号";
    private static final String ENGLISH =
            "\\b(?:order|booking|reservation|confirmation|ticket|case|reference|ref|tracking|invoice|claim|complaint|rma|pnr)";
    private static final String NUMBERED = "(?:\\s*(?:number|code|no\\b|num|nr|id)\\.?|\\s*#)";
    private static final String JOINED = "[\\s:：#№=是为]{0,5}(?:is\\s+)?#?";
    private static final String IDENTIFIER = "([a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){4,39})(?![a-z0-9])";
    private static final Pattern NUMBER = Pattern.compile(
            "(?:" + CHINESE + "|" + ENGLISH + NUMBERED + "?)" + JOINED + IDENTIFIER, Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("\\d.*\\d.*\\d");

    @Override
    public List<Mention> find(String text) {
        return NUMBER.matcher(text)
                .results()
                .filter(found -> DIGITS.matcher(found.group(1)).find())
                .map(OrderNumbers::mention)
                .toList();
    }

    private static Mention mention(MatchResult found) {
        String number = found.group(1);
        Entity entity = new Entity(Entity.Kind.ORDER_NUMBER, number, number.toUpperCase(Locale.ROOT));
        return new Mention(found.start(1), found.end(1), entity);
    }
}
