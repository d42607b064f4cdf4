package io.tocsin.analyzer.entity;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.regex.Pattern;

/** Tells names of organisations from other words. */
final class ChineseOrganisations {
    private static final String SUFFIX = "(?:公司|集团|大学|学院|中学|小学|学校|幼儿园|医院|诊所|银行|支行|分行|证券|法院|检察院|公安局|派出所|管理局|交通局"
            + "|监督局|监管局|工商局|教育局|税务局|委员会|协会|消协|基金会|研究院|研究所|电视台|电台|酒店|宾馆|饭店|商场|超市|百货|专卖店|旗舰店"
            + "|餐厅|面馆|火锅店|奶茶店|购物中心|服务中心|营业厅|客运站|加油站|航空|物业|物流|快递|俱乐部|出版社|报社|事务所|工作室|旅行社|驾校)";
    private static final Pattern ENDS = Pattern.compile(".*" + SUFFIX);
    private static final Pattern NAMED = Pattern.compile("\\p{IsHan}{2,16}" + SUFFIX);
    private static final Pattern LEADS_TO_NAMES = Pattern.compile("[trvpdmqucfye].*");
    private static final Pattern NEVER_IN_NAMES = Pattern.compile("[rpducye].*");
    private static final Pattern NAMES_SOMETHING = Pattern.compile("(?:n[rstz]|.g|j).*");
    private static final Segment WORDS =
            new ViterbiSegment().enableCustomDictionary(false).enableNameRecognize(false);

    private ChineseOrganisations() {}

    /** Where in a word that may be an organisation the name begins; at its end if it is none. */
    static int begin(String word) {
        if (isKnown(word)) {
            return 0;
        }
        if (!ENDS.matcher(word).matches()) {
            return word.length();
        }
        List<Term> words = WORDS.seg(word);
        List<Term> lead =
                words.stream().takeWhile(ChineseOrganisations::leadsToNames).toList();
        int begin = lead.stream().mapToInt(Term::length).sum();
        boolean named = namesOne(words.subList(lead.size(), words.size()));
        return named && NAMED.matcher(word.substring(begin)).matches() ? begin : word.length();
    }

    private static boolean leadsToNames(Term word) {
        return is(word, LEADS_TO_NAMES) && !isOrdinal(word);
    }

    /** Whether it is more than a school or a company: which one. */
    private static boolean namesOne(List<Term> words) {
        return words.stream().noneMatch(word -> is(word, NEVER_IN_NAMES))
                && words.stream().anyMatch(word -> is(word, NAMES_SOMETHING) || isOrdinal(word));
    }

    private static boolean isOrdinal(Term word) {
        return word.word.startsWith("第");
    }

    private static boolean is(Term word, Pattern tag) {
        return tag.matcher(word.nature.toString()).matches();
    }

    private static boolean isKnown(String word) {
        CoreDictionary.Attribute common = CoreDictionary.get(word);
        CoreDictionary.Attribute known = common == null ? CustomDictionary.get(word) : common;
        return known != null && known.nature[0].startsWith("nt");
    }
}
