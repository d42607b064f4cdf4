package io.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with the values, each with its place and its words. */
class SettingsProblemsTest {
    @TempDir
    Path folder;

    @Test
    void unknownKeysNameTheKeyThatWasMeant() {
        assertThat(problems("""
                        datta: ./data
                        console: {adress: 127.0.0.1}
                        sources:
                          - name: news
                            kind: feed
                            urll: https://example.org/feed.xml
                            url: https://example.org/feed.xml
                            colour: blue
                        """))
                .containsExactly(
                        "1:1: datta: is not a key of this section; did you mean \"data\"?",
                        "2:11: console.adress: is not a key of this section; did you mean \"address\"?",
                        "6:5: sources[0].urll: is not a key of this section; did you mean \"url\"?",
                        "8:5: sources[0].colour: is not a key of this section;"
                                + " known are: name, every, internal, kind, max_age, url");
    }

    @Test
    void missingValuesSayHowOneIsWritten() {
        assertThat(problems("""
                        sources:
                          - kind: feed
                          - name: bbs
                            kind: forum
                            list: {item: tr}
                          - name:
                            kind:
                        watches:
                          - {name: acme, query: "  "}
                        escalation:
                          - {notify: []}
                        """))
                .containsExactly(
                        "2:5: sources[0].name: is missing; add it, like \"name: a-short-name\"",
                        "2:5: sources[0].url: is missing; add it, like \"url: https://example.org/feed.xml\"",
                        "3:5: sources[1].url: is missing; add it, like \"url: https://bbs.example.cn/forum-2-1.html\"",
                        "6:10: sources[2].name: is empty; give it a value, like \"name: a-short-name\"",
                        "7:10: sources[2].kind: is empty; give it a value, like \"kind: feed\"",
                        "9:25: watches[0].query: is empty; give it a value, like \"query: acme OR nova\"",
                        "11:5: escalation[0].after: is missing; add it, like \"after: 10m\"",
                        "11:6: escalation[0].notify: is empty; give it a value, like \"notify: [name]\"");
    }

    @Test
    void modelsThatAreNotThereAreNamed() {
        assertThat(problems("""
                        analysis: {chinese_names: corenlp}
                        """))
                .containsExactly("1:27: analysis.chinese_names: CoreNLP's Chinese models are not there; put"
                        + " stanford-corenlp-4.5.10-models-chinese.jar from Maven Central into the folder lib of the"
                        + " product, or choose hanlp");
    }

    @Test
    void valuesOfTheWrongShapeAreReported() {
        assertThat(problems("""
                        data: [a, b]
                        fetch: politely
                        incidents:
                          - 2h
                        watches:
                          - acme
                          - {name: {first: a}, query: a}
                        """))
                .containsExactly(
                        "1:1: data: must be a single value, not a list",
                        "2:8: fetch: must be a section of keys, not a single value",
                        "3:1: incidents: must be a section of keys, not a list",
                        "6:5: watches[0]: must be a section of keys, not a single value",
                        "7:6: watches[1].name: must be a single value, not a section of keys");
    }

    @Test
    void platformsSayWhatTheyLack() {
        assertThat(problems("""
                        sources:
                          - {name: a, kind: hackernews}
                          - {name: b, kind: mastodon, tags: [two words], url: m.example}
                          - {name: c, kind: mastodon, url: "https://m.example/", search: acme}
                          - {name: d, kind: reddit, subreddits: "r/a b", app: {id: i}}
                          - {name: e, kind: lemmy, url: "https://lemmy.example/"}
                          - {name: f, kind: mastadon}
                          - {name: g, kind: appstore, app: acme, countries: [usa]}
                          - {name: h, kind: nodebb, categories: phones}
                          - {name: i, kind: telegram, channels: "t.me/acme"}
                          - {name: j, kind: v2ex, nodes: phones}
                          - {name: k, kind: youtube, colour: blue}
                          - {name: l, kind: files, path: x.csv, csv: {platform: p, charset: klingon, separator: "::", columns: {id: i, time: t}}}
                          - {name: m, kind: weibo, search: acme}
                          - {name: n, kind: weibo, search: acme, token: a, cookie: b}
                          - {name: o, kind: x, search: acme, token: a, daily_reads: 19}
                        """))
                .containsExactly(
                        "2:5: sources[0].search: is missing; add it, like \"search: [acme]\"",
                        "3:38: sources[1].tags[0]: \"two words\" is not a hashtag; write one word, like acme",
                        "3:55: sources[1].url: the value is not a web address;"
                                + " write one that begins with http:// or https://",
                        "4:5: sources[2]: 'search' needs the 'token' of a user of the server;"
                                + " give one, or read 'tags' only",
                        "5:41: sources[3].subreddits: \"r/a b\" is not the name of a subreddit; write one like phones",
                        "5:50: sources[3].app.secret: is missing; add it, like \"secret: ${env:REDDIT_SECRET}\"",
                        "6:5: sources[4]: it says neither 'communities' nor 'search', so there is nothing to read",
                        "7:21: sources[5].kind: \"mastadon\" is not possible here; did you mean \"mastodon\"?",
                        "8:36: sources[6].app: \"acme\" is not the number of an app;"
                                + " take the digits after \"id\" in its address",
                        "8:54: sources[6].countries[0]: \"usa\" is not a country;"
                                + " write its two small letters, like us or cn",
                        "9:5: sources[7].url: is missing; add it, like \"url: https://forum.example.org/\"",
                        "9:41: sources[7].categories: \"phones\" is not the number of a category;"
                                + " take it from its address",
                        "10:41: sources[8].channels: \"t.me/acme\" is not the name of a public channel;"
                                + " write one like acmenews",
                        "11:5: sources[9]: 'nodes' need a 'token', from v2ex.com/settings/tokens;"
                                + " give one, or remove the nodes",
                        "12:5: sources[10].key: is missing; add it, like \"key: ${env:YOUTUBE_KEY}\"",
                        "12:30: sources[10].colour: is not a key of this section;"
                                + " known are: name, every, internal, kind, max_age, url, channels, videos, key",
                        "13:69: sources[11].csv.charset: \"klingon\" is not a charset; write one like UTF-8 or GB18030",
                        "13:89: sources[11].csv.separator: \"::\" is not a separator;"
                                + " write one character, like ; or the word tab",
                        "13:95: sources[11].csv.columns.text: is missing; add it, like \"text: [Text]\"",
                        "14:5: sources[12].token: is missing; add it, like \"token: ${env:WEIBO_TOKEN}\"",
                        "15:42: sources[13].token: is not a key of this section;"
                                + " known are: name, every, internal, kind, max_age, search, cookie, url",
                        "16:61: sources[14].daily_reads: \"19\" is not a whole number from 20 to 100000000; write one");
    }

    @Test
    void amountsAreChecked() {
        assertThat(problems("""
                        fetch:
                          delay: 2
                          timeout: 0s
                          body_limit: 5 megabytes
                        incidents: {reopen_within: two hours, quiet_after: 1h 30m}
                        rules:
                          - {name: a, kind: surge, minimum: 1, chance: 1, window: -5m}
                          - {name: b, kind: surge, minimum: 2.5, chance: rarely}
                          - {name: c, kind: severe-post, severity: 4}
                        """))
                .containsExactly(
                        "2:10: fetch.delay: \"2\" is not a duration;"
                                + " write numbers with ms, s, m, h or d, like 90s, 5m or 1h30m",
                        "3:12: fetch.timeout: \"0s\" is too short; write a duration longer than 0, like 90s or 5m",
                        "4:15: fetch.body_limit: \"5 megabytes\" is not a size;"
                                + " write a number with B, KB, MB or GB, like 5MB",
                        "5:28: incidents.reopen_within: \"two hours\" is not a duration;"
                                + " write numbers with ms, s, m, h or d, like 90s, 5m or 1h30m",
                        "5:52: incidents.quiet_after: \"1h 30m\" is not a duration;"
                                + " write numbers with ms, s, m, h or d, like 90s, 5m or 1h30m",
                        "7:37: rules[0].minimum: \"1\" is not a whole number from 2 to 1000000; write one",
                        "7:48: rules[0].chance: \"1\" is not a number between 0 and 1; write one like 0.0001",
                        "7:59: rules[0].window: \"-5m\" is not a duration;"
                                + " write numbers with ms, s, m, h or d, like 90s, 5m or 1h30m",
                        "8:37: rules[1].minimum: \"2.5\" is not a whole number from 2 to 1000000; write one",
                        "8:50: rules[1].chance: \"rarely\" is not a number between 0 and 1; write one like 0.0001",
                        "9:44: rules[2].severity: \"4\" is not a whole number from 1 to 3; write one");
    }

    @Test
    void addressesZonesAndChoicesAreChecked() {
        assertThat(problems("""
                        database: {url: "mysql://localhost"}
                        console: {port: 70000, url: "localhost:8080"}
                        smtp: {host: a, from: nobody, security: ssl}
                        channels:
                          - {name: a, kind: email, to: [duty@example.org, duty, "a b@example.org"], language: fr, zone: Peking}
                          - {name: b, kind: webhook, url: "ftp://example.org", secret: short, internal: maybe}
                          - {name: c, kind: web-hook}
                          - {name: d, kind: sms}
                        """))
                .containsExactly(
                        "1:17: database.url: the value is not the address of a database;"
                                + " write one like jdbc:postgresql://localhost/tocsin",
                        "2:17: console.port: \"70000\" is not a whole number from 0 to 65535; write one",
                        "2:29: console.url: the value is not a web address;"
                                + " write one that begins with http:// or https://",
                        "3:23: smtp.from: the value is not an e-mail address; write one like duty@example.org",
                        "3:41: smtp.security: \"ssl\" is not possible here; known are: starttls, tls, none",
                        "5:51: channels[0].to[1]: the value is not an e-mail address; write one like duty@example.org",
                        "5:57: channels[0].to[2]: the value is not an e-mail address; write one like duty@example.org",
                        "5:87: channels[0].language: \"fr\" is not possible here; known are: en, zh",
                        "5:97: channels[0].zone: \"Peking\" is not a time zone;"
                                + " write one like Asia/Shanghai, UTC or +08:00",
                        "6:35: channels[1].url: the value is not a web address;"
                                + " write one that begins with http:// or https://",
                        "6:64: channels[1].secret: the value is not whsec_ and base64 of 24 to 64 bytes after"
                                + " it; make one with: echo whsec_$(openssl rand -base64 32)",
                        "6:81: channels[1].internal: \"maybe\" is not possible here; known are: true, false",
                        "7:21: channels[2].kind: \"web-hook\" is not possible here; did you mean \"webhook\"?",
                        "8:21: channels[3].kind: \"sms\" is not possible here; known are: email, webhook");
    }

    @Test
    void selectorsAndFieldsAreChecked() {
        assertThat(problems("""
                        sources:
                          - name: bbs
                            kind: forum
                            zone: Asia/Shanghai
                            list:
                              url: https://bbs.example.cn/forum-2.html
                              pages: 3
                              item: "tbody[id^="
                              link: "a.xst@href | regx(a)"
                              title: ["a.xst", "a["]
                            thread: {pages: 0}
                            post:
                              item: "div"
                              id: '@id | regex(post_\\d+)'
                              time: "em | regex(([)"
                              text: "td"
                              remove: ">>"
                        """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("8:13: sources[0].list.item: \"tbody[id^=\" cannot be used: "),
                        problem -> assertThat(problem)
                                .isEqualTo("9:13: sources[0].list.link: \"a.xst@href | regx(a)\" cannot be used: "
                                        + "'a.xst@href | regx(a)': after '|' only regex(...) may stand"),
                        problem -> assertThat(problem)
                                .startsWith("10:24: sources[0].list.title[1]: \"a[\" cannot be used: "),
                        problem -> assertThat(problem)
                                .isEqualTo("11:21: sources[0].thread.pages: \"0\" is not a whole number from 1 to 1000;"
                                        + " write one"),
                        problem -> assertThat(problem)
                                .isEqualTo("14:11: sources[0].post.id: \"@id | regex(post_\\d+)\" cannot be used: "
                                        + "'@id | regex(post_\\d+)':"
                                        + " the regular expression needs exactly one group in parentheses"),
                        problem -> assertThat(problem)
                                .startsWith("15:13: sources[0].post.time: \"em | regex(([)\" cannot be used: "),
                        problem -> assertThat(problem)
                                .startsWith("17:15: sources[0].post.remove: \">>\" cannot be used: "));
    }

    @Test
    void aForumSaysOnceWhereItIsAndHowItIsEntered() {
        assertThat(problems("""
                        sources:
                          - {name: a, kind: forum, url: "https://a.example/", preset: discus}
                          - {name: b, kind: forum, url: "https://me:pw@b.example/", cookie: x=y}
                          - {name: c, kind: forum, url: "https://c.example/", list: {url: "https://c.example/"}}
                          - {name: d, kind: forum, url: "https://d.example/", post: {txt: p}}
                        """))
                .containsExactly(
                        "2:63: sources[0].preset: \"discus\" is not possible here; did you mean \"discuz\"?",
                        "3:5: sources[1]: a 'cookie' and a user name in the address do not go together; keep one",
                        "4:62: sources[2].list.url: is not a key of this section;"
                                + " known are: pages, item, link, title, replies, last_reply, next",
                        "5:62: sources[3].post.txt: is not a key of this section; did you mean \"text\"?");
    }

    @Test
    void pagesNeedAPlaceInTheAddress() {
        assertThat(problems("""
                        sources:
                          - name: bbs
                            kind: forum
                            zone: UTC
                            list: {url: "https://bbs.example.cn/", pages: 2, item: tr, link: a@href, title: a}
                            post: {item: div, id: "@id", time: em, text: p}
                        """))
                .containsExactly(
                        "2:5: sources[0]: list.pages is 2, but list.url has no {page} to put the number in, and there is"
                                + " no list.next");
    }

    @Test
    void queriesAreChecked() {
        assertThat(problems("""
                        watches:
                          - {name: acme, query: 'acme AND'}
                          - {name: nova, query: '"nova'}
                        """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("2:25: watches[0].query: ")
                                .doesNotContain("\n"),
                        problem -> assertThat(problem)
                                .startsWith("3:25: watches[1].query: ")
                                .doesNotContain("\n"));
    }

    @Test
    void namesAreUnique() {
        assertThat(problems("""
                        sources:
                          - {name: news, kind: feed, url: "https://example.org/a"}
                          - {name: news, kind: feed, url: "https://example.org/b"}
                        watches:
                          - {name: acme, query: a}
                          - {name: nova, query: b}
                          - {name: acme, query: c}
                        rules:
                          - {name: surge, kind: surge}
                          - {name: surge, kind: severe-post}
                        channels:
                          - {name: hook, kind: webhook, url: "https://example.org/a", secret: whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}
                          - {name: hook, kind: webhook, url: "https://example.org/b", secret: whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}
                        """))
                .containsExactly(
                        "3:12: sources[1].name: \"news\" is also the name of sources[0]; choose another",
                        "7:12: watches[2].name: \"acme\" is also the name of watches[0]; choose another",
                        "10:12: rules[1].name: \"surge\" is also the name of rules[0]; choose another",
                        "13:12: channels[1].name: \"hook\" is also the name of channels[0]; choose another");
    }

    @Test
    void theEscalationNotifiesChannelsThereAre() {
        assertThat(problems("""
                        escalation:
                          - {after: 0m, notify: [duty-mial, boss]}
                          - {after: 5m, notify: broken}
                        channels:
                          - {name: duty-mail, kind: email, to: duty@example.org}
                          - {name: broken, kind: pigeon}
                        smtp: {host: mail.example.org, from: tocsin@example.org}
                        """))
                .containsExactly(
                        "2:26: escalation[0].notify[0]: \"duty-mial\" is not the name of a channel;"
                                + " did you mean \"duty-mail\"?",
                        "2:37: escalation[0].notify[1]: \"boss\" is not the name of a channel;"
                                + " known are: duty-mail, broken",
                        "6:26: channels[1].kind: \"pigeon\" is not possible here; known are: email, webhook");
    }

    @Test
    void mailNeedsAServer() {
        assertThat(problems("""
                        channels:
                          - {name: duty, kind: email, to: duty@example.org}
                        """))
                .containsExactly("2:24: channels[0].kind: needs a mail server; add the section \"smtp\" with its host");
    }

    @Test
    void aUserNameAndItsPasswordGoTogether() {
        assertThat(problems("""
                        smtp: {host: mail.example.org, from: tocsin@example.org, username: tocsin}
                        database: {url: "jdbc:postgresql://localhost/tocsin", password: s3cret}
                        """))
                .containsExactly(
                        "1:1: smtp.password: is missing or empty, though there is a username; add it or remove both",
                        "2:1: database.username: is missing or empty, though there is a password; add it or remove both");
    }

    @Test
    void runningNeedsSomethingToDo() {
        String yaml = "rules: []\nwatches:\n";
        assertThat(problems(yaml)).isEmpty();
        assertThat(Written.in(folder, yaml).readFor(Purpose.REPLAY).problems()).isEmpty();
        assertThat(Written.in(folder, yaml).readFor(Purpose.RUN).problems())
                .containsExactly(
                        "1:1: sources: there is nothing to read; add a feed or a forum",
                        "1:1: escalation: there is nobody to call; add a step that notifies a channel",
                        "1:1: rules: nothing would ever ring; add a rule, or remove this key for the usual ones",
                        "2:9: watches: there is nothing to listen for; add a name and a query");
    }

    @Test
    void tenMistakesAreTenProblems() {
        String yaml = """
                dta: x
                fetch: {delay: soon}
                sources:
                  - {name: news, kind: feed, url: nowhere}
                  - {name: news, kind: feed, url: "https://example.org/feed.xml", every: 0s}
                watches:
                  - {name: acme}
                rules:
                  - {name: surge, kind: surge, minimum: 0}
                escalation:
                  - {after: 0m, notify: [nobody]}
                channels:
                  - {name: hook, kind: webhook, url: "https://example.org/hook", secret: "${env:NOT_SET}"}
                smtp: {host: mail.example.org}
                """;
        List<String> problems = Written.in(folder, yaml).readFor(Purpose.RUN).problems();
        assertThat(problems).hasSize(10);
        assertThat(problems)
                .extracting(problem -> Integer.parseInt(problem.split(":", 2)[0]))
                .containsExactly(1, 2, 4, 5, 5, 7, 9, 11, 13, 14);
    }

    @Test
    void aFileThatIsNotThereIsReported() throws Exception {
        Path missing = folder.resolve("missing.yaml");
        try {
            SettingsFile.read(missing, Purpose.RUN);
        } catch (InvalidSettingsException e) {
            assertThat(e).hasMessage(missing + ":1:1: there is no such file; give its path with --config");
            return;
        }
        throw new AssertionError("a missing file was read");
    }

    private List<String> problems(String yaml) {
        return Written.in(folder, yaml).problems();
    }

    @Test
    void tokensOfCallersAreLongAndDiffer() {
        String token = "0123456789abcdef0123456789abcdef";
        assertThat(problems("""
                        sources:
                          - {name: a, kind: api}
                          - {name: b, kind: api, token: hush, url: "https://example.org/"}
                        """))
                .containsExactly(
                        "2:5: sources[0].token: is missing; add it, like \"token: ${env:POSTS_TOKEN}\"",
                        "3:33: sources[1].token: the value has fewer than 20 characters and could be guessed;"
                                + " make one with: openssl rand -hex 32",
                        "3:39: sources[1].url: is not a key of this section; known are: name, every, internal, kind, token");
        assertThat(Written.in(folder, """
                        sources:
                          - {name: a, kind: api, token: %1$s}
                          - {name: b, kind: api, token: %1$s}
                        watches: [{name: acme, query: acme}]
                        escalation: [{after: 0m, notify: [hook]}]
                        channels: [{name: hook, kind: webhook, url: "https://example.org/", secret: "whsec_%2$s"}]
                        """.formatted(token, "A".repeat(32)))
                        .readFor(Purpose.RUN)
                        .problems())
                .containsExactly("1:1: sources: a and b have the same token; give each its own");
    }

    @Test
    void aMailboxNeedsAServerAndALogIn() {
        assertThat(problems("""
                        sources:
                          - {name: a, kind: mailbox, security: ssl, port: 70000}
                        """))
                .containsExactly(
                        "2:5: sources[0].host: is missing; add it, like \"host: imap.example.org\"",
                        "2:5: sources[0].username: is missing; add it, like \"username: complaints@example.org\"",
                        "2:5: sources[0].password: is missing; add it, like \"password: ${env:MAILBOX_PASSWORD}\"",
                        "2:40: sources[0].security: \"ssl\" is not possible here; known are: tls, starttls, none",
                        "2:51: sources[0].port: \"70000\" is not a whole number from 1 to 65535; write one");
    }
}
