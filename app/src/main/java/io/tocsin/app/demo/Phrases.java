package io.tocsin.app.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people write about the fictional company, by mood. Invented; no real post is among them. */
record Phrases(List<String> calm, List<String> grumbles, List<String> outage, List<String> danger) {

    static final Phrases ENGLISH = new Phrases(
            List.of(
                    "Switched to Velmora last month, coverage on the train is great so far.",
                    "Does anybody know whether Velmora sells eSIMs for tablets?",
                    "Velmora store in the old town was friendly and quick today, thank you!",
                    "Comparing plans again: Velmora, two others, and a spreadsheet. Tips welcome.",
                    "New Velmora router arrived, set up in ten minutes. Nice.",
                    "Velmora opens a shop in our street next week.",
                    "Is the Velmora family plan worth it for three people?"),
            List.of(
                    "@velmora my bill is wrong again and nobody answers your hotline.",
                    "Velmora kept me on hold for 50 minutes and then hung up. Terrible service.",
                    "Still waiting for the technician Velmora promised for Monday. Third missed appointment!"),
            List.of(
                    "@velmora no signal since this morning and your app says everything is fine. Fix this!",
                    "Velmora charged me TWICE this month and the hotline just hangs up. I want my money back.",
                    "Velmora is down again, I cannot work, I cannot call. Worst provider I ever had.",
                    "Third hour without network. Velmora, why does nobody tell us anything? Unacceptable.",
                    "Double charge from Velmora, 89 euros gone, and support tells me to wait two weeks. Refund me now!",
                    "My shop cannot take card payments because Velmora is dead. Who pays for this? Very angry.",
                    "@velmora you promised a call back yesterday. Nothing. Still no internet, still paying.",
                    "Cancelled my Velmora contract. Paying twice for a network that does not work is a joke."),
            List.of(
                    "My Velmora router started to smoke and caught fire next to the kids' bed. Nobody at support cares!",
                    "The new Velmora router overheated and burned my hand, I am going to see a doctor and a lawyer."));

    static final Phrases CHINESE = new Phrases(
            List.of(
                    "刚换了薇默的卡，地铁里信号挺好的。",
                    "请问薇默的家庭套餐三个人用划算吗？",
                    "今天去薇默营业厅办事，小姐姐很耐心，点赞。",
                    "薇默新路由器到了，十分钟就装好了，不错。",
                    "听说薇默下周要在我们小区开新店。",
                    "有人用过薇默的副卡吗？求推荐套餐。"),
            List.of("薇默的账单又错了，客服电话一直打不通，太差劲了。", "薇默师傅约了三次都没来，每次都说明天，气死我了。", "排队等了一个小时，薇默营业厅告诉我系统坏了，什么服务！"),
            List.of(
                    "薇默从早上到现在一直没信号，客服还说一切正常，骗谁呢？",
                    "薇默这个月扣了我两次费，客服直接挂电话，赶紧退钱！",
                    "薇默又断网了，没法上班没法打电话，最差的运营商，没有之一。",
                    "三个小时没网了，薇默连个公告都没有，太过分了！",
                    "被薇默多扣了两百多块，客服让我等十五个工作日，什么态度，必须退款！",
                    "店里收不了款，全因为薇默断网，损失谁来赔？",
                    "薇默说好昨天给我回电话，到现在没人理，网还是断的，投诉！",
                    "已经销号了，薇默这种乱扣费又没网的公司，谁爱用谁用。"),
            List.of("薇默送的路由器冒烟起火了，差点烧到孩子，打客服居然没人管！", "薇默路由器过热把我手烫伤了，已经去医院，准备找律师起诉。"));

    static String pick(List<String> phrases, RandomGenerator random) {
        return phrases.get(random.nextInt(phrases.size()));
    }
}
