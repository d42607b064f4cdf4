package io.tocsin.analyzer.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one labelled post teaches a head.
 *
 * @param answer the right one
 * @param weight how much it counts; a proper label counts 1 or more
 */
record Lesson(String answer, double weight) {
    /** Posts of customers are few beside those of everybody, and are what matters. */
    private static final double OF_A_CUSTOMER = 2;
    /** Beside a Chinese post that was labelled by its emotion, from which the sentiment only follows. */
    private static final double OF_A_REVIEW = 2;

    private static final double OF_OUR_OWN = 4;
    private static final double OF_A_FEELING = 8;

    private static final double STAND_IN = 0.3;
    private static final double HARDLY = 0.1;
    private static final double BARELY = 0.02;

    private static final String REPOSTED = "//@";
    private static final Pattern SERVICE = Pattern.compile(String.join(
            "|",
            "快递|包裹|物流|外卖|商家|卖家|店家|服务员|服务态度",
            "客服|售后|退款|退货|差评|投诉|淘宝|京东",
            "宽带|网速|话费|营业厅|联通|电信|中国移动",
            "物业|12306|航空公司|航班"));

    /** Whether people answered just this question. */
    boolean isProper() {
        return weight >= 1;
    }

    /** Empty if the post, which is in the language of the head, says nothing about the question. */
    static Optional<Lesson> of(Head head, LabelledPost post) {
        Optional<Lesson> proper = proper(head, post);
        if (proper.isEmpty()) {
            return standIn(head, post);
        }
        Optional<Lesson> lesson = proper.map(taught -> taught.times(importance(head, post)));
        return isReview(post) ? some(post, 2, lesson) : lesson;
    }

    /** More than 1 where a set would be lost among larger ones. */
    private static double importance(Head head, LabelledPost post) {
        if (head.question() != Question.SENTIMENT) {
            return 1;
        }
        if (head.language().equals("zh")) {
            return importanceAmongEmotions(post);
        }
        boolean ofCustomers =
                !post.label("part").isEmpty() || !post.label("airline").isEmpty();
        return ofCustomers ? OF_A_CUSTOMER : 1;
    }

    private static double importanceAmongEmotions(LabelledPost post) {
        if (!post.label("emotion").isEmpty()) {
            return 1;
        }
        if (isReview(post)) {
            return OF_A_REVIEW;
        }
        return post.label("part").isEmpty() ? OF_A_FEELING : OF_OUR_OWN;
    }

    private Lesson times(double factor) {
        return new Lesson(answer, weight * factor);
    }

    /** What people answered to just this question. */
    static Optional<Lesson> proper(Head head, LabelledPost post) {
        String label = post.label(head.question().word());
        return switch (head.question()) {
            case COMPLAINT -> taught(label.replace("1", "yes").replace("0", "no"), 1);
            case SENTIMENT -> taught(head.language().equals("zh") ? feeling(post) : label, 1);
            case SEVERITY, HARM -> post.label("complaint").equals("1") ? taught(label, 1) : Optional.empty();
            // Shop reviews are labelled by their trade under the same name.
            case CATEGORY -> post.label("complaint").isEmpty() ? Optional.empty() : taught(label, 1);
            case ASK, REASON, EMOTION, TOWARDS, INTENT -> taught(label, 1);
        };
    }

    /** What follows from answers to other questions, more or less surely. */
    private static Optional<Lesson> standIn(Head head, LabelledPost post) {
        return switch (head.question()) {
            case COMPLAINT -> head.language().equals("zh") ? likelyComplaint(post) : unhappyTraveller(post);
            // Hardly anybody complains happily.
            case SENTIMENT -> post.label("complaint").equals("1") ? taught("negative", STAND_IN) : Optional.empty();
            case HARM -> taught(harmToTraveller(post.label("reason")), STAND_IN);
            default -> Optional.empty();
        };
    }

    /** The Chinese sets of sentiment know no neutral; one of emotions does, and joins them. */
    private static String feeling(LabelledPost post) {
        return switch (post.label("emotion")) {
            case "angry", "sad", "fear" -> "negative";
            case "happy" -> "positive";
            case "neutral" -> "neutral";
            default -> post.label("sentiment");
        };
    }

    /**
     * Who writes to an airline and is unhappy complains, nearly always; and who tweets and is not unhappy does not. Both
     * count less than a proper label.
     */
    private static Optional<Lesson> unhappyTraveller(LabelledPost post) {
        boolean unhappy = post.label("sentiment").equals("negative");
        if (!post.label("airline").isEmpty()) {
            return taught(unhappy ? "yes" : "no", STAND_IN);
        }
        return unhappy || post.label("sentiment").isEmpty() ? Optional.empty() : some(post, 10, taught("no", HARDLY));
    }

    /**
     * Few Chinese complaints are labelled: bad reviews stand in for them, and angry posts about what is sold, delivered or
     * served, of which two in three complain (70 were read). Posts about life are many, and what is no complaint among
     * them is to be told without the encoder.
     */
    private static Optional<Lesson> likelyComplaint(LabelledPost post) {
        if (isReview(post)) {
            return some(post, 20, taught(post.label("sentiment").equals("negative") ? "yes" : "no", BARELY));
        }
        boolean ofService = isOfService(post);
        return switch (post.label("emotion")) {
            case "angry" -> ofService ? taught("yes", STAND_IN) : Optional.empty();
            case "sad", "fear", "happy", "neutral", "surprise" -> some(post, ofService ? 1 : 5, taught("no", HARDLY));
            default -> Optional.empty();
        };
    }

    /** Whether somebody speaks, in words of their own, of what is sold, delivered or served. */
    private static boolean isOfService(LabelledPost post) {
        return !post.text().contains(REPOSTED) && SERVICE.matcher(post.text()).find();
    }

    /** Whether it is about a shop: such posts have a category, their trade, and no label of a complaint. */
    static boolean isReview(LabelledPost post) {
        return post.label("complaint").isEmpty() && !post.label("category").isEmpty();
    }

    private static String harmToTraveller(String reason) {
        return switch (reason) {
            case "Late Flight", "longlines" -> "delay";
            case "Customer Service Issue", "Flight Attendant Complaints" -> "rudeness";
            case "Cancelled Flight", "Flight Booking Problems", "Lost Luggage" -> "failure";
            case "Bad Flight", "Damaged Luggage" -> "quality";
            default -> "";
        };
    }

    /** One of so many posts: where there are more than enough, the rest only takes time. */
    private static Optional<Lesson> some(LabelledPost post, int of, Optional<Lesson> lesson) {
        return Split.number(post.text(), "some", of) == 0 ? lesson : Optional.empty();
    }

    private static Optional<Lesson> taught(String answer, double weight) {
        return answer.isEmpty() ? Optional.empty() : Optional.of(new Lesson(answer, weight));
    }
}
