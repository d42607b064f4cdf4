package io.tocsin.collector.connect.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts off what the author of a mail did not write for this one: earlier mails, and the signature. */
final class OwnWords {
    private static final Pattern QUOTED = Pattern.compile("^\\s?>.*");
    /** RFC 3676, 4.3; many programs lose the space. */
    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$");

    private static final Pattern DEVICE = Pattern.compile("(?i)^(sent from (my |mail|outlook|yahoo).{0,60}"
            + "|get outlook for .{0,20}|(发自|發自|來自|来自)我的.{1,20}|从我的.{1,20}发送|从\\s?Windows.{0,10}版邮件发送)$");

    private static final Pattern RULE = Pattern.compile("^[_=*~-]{5,}$");

    private static final Pattern DIVIDER =
            Pattern.compile("(?i)^-{2,}\\s*(original message|original appointment|replied"
                    + " message|ursprüngliche nachricht|原始邮件|原始郵件|原邮件|回复的原邮件|回复的邮件|回覆的郵件)\\s*-{2,}$");

    /** "On Monday, 2 March 2026 at 12:00, Li <li@example.org> wrote:", which programs break into lines. */
    private static final Pattern WROTE =
            Pattern.compile("(?i)^(on|am|le|el)\\s.{5,250}(wrote|schrieb|a écrit|escribió).{0,80}:$"
                    + "|^(?=.*[0-9@<]).{5,200}(写道|寫道)\\s*[:：]$");

    private static final Pattern WROTE_BEGINS =
            Pattern.compile("(?i)^((on|am|le|el)\\s.*\\d|(在\\s?)?\\d{4}[年/-]).*[^.!?。！？]$");
    private static final int WROTE_LINES = 3;

    private static final Pattern FROM = Pattern.compile("(?i)^\\*?(from|von|de|发件人|寄件者|寄件人)\\s*[:：].+");
    private static final Pattern SENT =
            Pattern.compile("(?i)^\\*?(sent|date|gesendet|envoyé|发送时间|发送日期|时间|日期|寄件日期|傳送時間)\\s*[:：].+");
    private static final int SENT_WITHIN = 3;

    private OwnWords() {}

    /** The text that is left; all of it if nothing would be. */
    static String of(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size() && !isEnd(lines, i); i++) {
            if (!QUOTED.matcher(lines.get(i)).matches()) {
                own.add(lines.get(i));
            }
        }
        while (!own.isEmpty() && isDecoration(own.getLast())) {
            own.removeLast();
        }
        return own.isEmpty() ? text : String.join("\n", own);
    }

    private static boolean isEnd(List<String> lines, int at) {
        String line = lines.get(at).strip();
        return SIGNATURE.matcher(lines.get(at)).matches()
                || DIVIDER.matcher(line.replace('\u00A0', ' ')).matches()
                || isAttribution(lines, at)
                || (FROM.matcher(line).matches() && isFollowedBySent(lines, at));
    }

    private static boolean isAttribution(List<String> lines, int at) {
        String joined = lines.get(at).strip();
        boolean goesOn = WROTE_BEGINS.matcher(joined).matches();
        boolean found = WROTE.matcher(joined).matches();
        for (int next = at + 1; goesOn && !found && next < Math.min(lines.size(), at + WROTE_LINES); next++) {
            joined += " " + lines.get(next).strip();
            found = WROTE.matcher(joined).matches();
        }
        return found;
    }

    private static boolean isFollowedBySent(List<String> lines, int at) {
        return lines.subList(at + 1, Math.min(lines.size(), at + 1 + SENT_WITHIN)).stream()
                .anyMatch(line -> SENT.matcher(line.strip()).matches());
    }

    private static boolean isDecoration(String line) {
        String bare = line.strip();
        return bare.isEmpty()
                || RULE.matcher(bare).matches()
                || DEVICE.matcher(bare).matches();
    }
}
