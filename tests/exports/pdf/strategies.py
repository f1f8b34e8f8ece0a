"""Paragraphs like those of real reports, for properties."""

from hypothesis import strategies as st

_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变"
    "条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安"
    "场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属"
    "圆包火住调满县局照参红细引听该铁价严"
)
_PIECES = st.one_of(
    st.text(_HAN, min_size=1, max_size=12),
    st.sampled_from("，。、；：？！"),
    st.sampled_from(
        ["“谁执法谁普法”", "《安全生产法》", "（试行）", "〔2025〕5号", "——", "……", "《甲〈乙〉丙》", "‘五进’"]
    ),
    st.integers(0, 99999).map(str),
    st.tuples(st.integers(1, 9999), st.sampled_from(["件", "%", "万元", "年", "人次", "余件", "次"])).map(
        lambda one: f"{one[0]}{one[1]}"
    ),
    st.sampled_from(
        ["260.5529万元", "12.615吨", "Microsoft", "2024年1月6日", "5·12", "100%", "1,234.5", "ISO 9001", "第31届"]
    ),
)


def paragraphs() -> st.SearchStrategy[str]:
    """Texts of up to some hundred characters with marks, numbers, words."""
    return st.lists(_PIECES, min_size=1, max_size=40).map("".join)


def noise() -> st.SearchStrategy[str]:
    """Anything: marks in rows, astral characters, spaces, a word as long as a line."""
    return st.text(st.sampled_from("中文，。“”《》（）——……0123456789abc. %𠮷㙍①　\u200b〔〕"), max_size=200)
