package io.tocsin.collector.connect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nLi Na\nAcme fan",
                "--\nLi Na",
                "> Please restart.\n> Thank you.",
                "On Mon, 2 Mar 2026, Acme wrote:\nPlease restart.",
                "On Mon, Mar 2, 2026 at 12:00 PM Acme Service\n<service@acme.example> wrote:\n\n> Please restart.",
                "Am 02.03.2026 um 12:00 schrieb Acme:\n> Bitte neu starten.",
                "在 2026年3月2日，Acme <service@acme.example> 写道：\n请重启。",
                "2026年3月2日 12:00，Acme\n<service@acme.example> 写道：\n请重启。",
                "-----Original Message-----\nFrom: Acme\nPlease restart.",
                "------------------ 原始邮件 ------------------\n发件人: \"Acme\"\n请重启。",
                "---- 回复的原邮件 ----\n| 发件人 | Acme |",
                "________________________________\nFrom: Acme <service@acme.example>\nSent: Monday, 2 March 2026\nTo: Li\n\nPlease",
                "发件人： Acme\n发送时间： 2026年3月2日\n收件人： 李娜\n请重启。",
                "Sent from my iPhone",
                "发自我的小米手机\n\n\n",
                "\nGet Outlook for Android\n"
            })
    void whatOthersWroteIsCutOff(String rest) {
        assertThat(OwnWords.of("Still nothing!\n" + rest)).isEqualTo("Still nothing!");
    }

    @Test
    void answersBetweenTheLinesStay() {
        assertThat(OwnWords.of("> Is it on?\nYes.\n> Did it ring?\nNo.")).isEqualTo("Yes.\nNo.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He wrote: I am angry.\nSo am I.",
                "On Monday my phone died.\nOn Tuesday I wrote a letter.",
                "他在微博上写道：\n太差了",
                "From: now on I will pay nothing.\nNothing at all.",
                "-- that is all --",
                "1 > 0"
            })
    void ordinaryWordsStay(String text) {
        assertThat(OwnWords.of(text)).isEqualTo(text);
    }

    @Test
    void ifNothingWouldBeLeftAllIs() {
        String text = "> Please restart.\n> Thank you.";

        assertThat(OwnWords.of(text)).isEqualTo(text);
        assertThat(OwnWords.of("")).isEmpty();
    }
}
