package io.tocsin.analyzer.entity;

import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of persons: finds those with a title, and tells the others from words that look like them. */
final class ChinesePersons implements Finder {
    private static final String SURNAME = "(?:欧阳|上官|司马|诸葛|司徒|慕容|夏侯|皇甫|"
            + "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
            + "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳"
            + "齐梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄曲裴席卫屈鲍覃霍翁隋甘景柯阮桂闵柴冉饶刁瞿戚滕邬臧褚娄穆窦敖佟])";
    private static final String GIVEN = "(?![的了是不我你他她它在有就都也很太好吗呢吧啊么这那个们要说去来到没还又再最真给把被让会能看想过着得与或但而已跟和买卖吃])\\p{IsHan}";
    private static final String TITLE = "(?:先生|女士|小姐|老师|经理|主任|医生|师傅|律师|店长|教练)";
    private static final Pattern TITLED = Pattern.compile("(" + SURNAME + "(?:" + GIVEN + "){0,2}?)" + TITLE);
    private static final Pattern FULL = Pattern.compile(SURNAME + "(?:" + GIVEN + "){1,2}");
    private static final Pattern FOREIGN = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]{2,}");
    private static final int AT_TIMES = 10;
    private static final int OFTEN = 40;

    /** Names with a title; the title belongs to a surname that stands alone. */
    @Override
    public List<Mention> find(String text) {
        return TITLED.matcher(text)
                .results()
                .filter(found -> !CoreDictionary.contains(found.group(1))
                        || found.group(1).length() == 1)
                .map(found -> Mention.at(found.start(), endOfName(found), Entity.Kind.PERSON, text))
                .toList();
    }

    /** Whether a word that may be a name is one. */
    static boolean isOne(String word) {
        return (FULL.matcher(word).matches() && !isWord(word) && hasGivenName(word))
                || (FOREIGN.matcher(word).matches() && isKnownForeigner(word));
    }

    private static int endOfName(MatchResult found) {
        return found.group(1).length() == 1 ? found.end() : found.end(1);
    }

    private static boolean isWord(String word) {
        return CoreDictionary.contains(word)
                || CustomDictionary.contains(word)
                || (word.length() > 2 && CoreDictionary.contains(word.substring(0, 2)));
    }

    private static boolean hasGivenName(String word) {
        String last = word.substring(word.length() - 1);
        return word.length() == 2
                ? isUsed(last, NR.E, OFTEN)
                : isUsed(word.substring(word.length() - 2, word.length() - 1), NR.C, AT_TIMES)
                        && isUsed(last, NR.D, AT_TIMES);
    }

    private static boolean isUsed(String character, NR role, int times) {
        var roles = PersonDictionary.dictionary.get(character);
        return roles != null && roles.getFrequency(role) >= times;
    }

    private static boolean isKnownForeigner(String word) {
        CoreDictionary.Attribute known = CustomDictionary.get(word);
        return known != null && known.hasNatureStartsWith("nrf");
    }
}
