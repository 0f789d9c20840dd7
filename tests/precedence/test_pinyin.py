import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.precedence.pinyin import pinyin_key


def in_order(names):
    return sorted(names, key=pinyin_key)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("单雄信", "shan4"),
        ("仇英", "qiu2"),
        ("解缙", "xie4"),
        ("曾国藩", "zeng1"),
        ("查良镛", "zha1"),
        ("区大相", "ou1"),
        ("任正非", "ren2"),
        ("华罗庚", "hua4"),
        ("朴树", "piao2"),
        ("盖叫天", "ge3"),
        ("乐毅", "yue4"),
        ("翟志刚", "zhai2"),
        ("肖华", "xiao1"),
        ("万里", "wan4"),
        ("吕布", "lv3"),
        ("沈从文", "shen3"),
        ("贾平凹", "jia3"),
    ],
)
def test_surnames_have_their_own_readings(name, first):
    assert pinyin_key(name).reading[0] == first


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("万俟卨", ("mo4", "qi2")),
        ("尉迟恭", ("yu4", "chi2")),
        ("长孙无忌", ("zhang3", "sun1")),
        ("单于雄", ("chan2", "yu2")),
        ("澹台灭明", ("tan2", "tai2")),
    ],
)
def test_compound_surnames(name, surname):
    assert pinyin_key(name).reading[:2] == surname


def test_two_characters_are_no_compound_surname():
    assert pinyin_key("单于").reading == ("shan4", "yu2")


def test_letters_then_tone_then_given_name():
    assert in_order(["张三", "章一", "赵一", "张二", "常五"]) == [
        "常五",
        "张二",
        "张三",
        "章一",
        "赵一",
    ]
    assert in_order(["李一", "黎一", "梨一", "利一"]) == ["梨一", "黎一", "李一", "利一"]


def test_equal_syllable_and_tone_by_strokes():
    assert in_order(["章一", "张一"]) == ["张一", "章一"]
    assert in_order(["于一", "余一", "俞一"]) == ["于一", "余一", "俞一"]


def test_compound_surname_by_its_first_character():
    assert in_order(["欧阳修", "欧一", "区一", "欧阳一"])[0] == "区一"
    assert in_order(["司马光", "司一", "斯一"]) == ["司马光", "司一", "斯一"]


def test_u_with_two_dots_just_after_u():
    assert in_order(["吕一", "鲁一", "栾一", "卢一"]) == ["卢一", "鲁一", "吕一", "栾一"]


@pytest.mark.parametrize(
    ("name", "reading", "expected"),
    [
        ("单雄信", "Dān Xióngxìn", ("dan1", "xiong2", "xin4")),
        ("单雄信", "dan1 xiong2 xin4", ("dan1", "xiong2", "xin4")),
        ("单雄信", "Dan Xiongxin", ("dan1", "xiong2", "xin4")),
        ("单雄信", "dān", ("dan1", "xiong2", "xin4")),
        ("李西安", "lixian", ("li3", "xi1", "an1")),
        ("李先", "lixian", ("li3", "xian1")),
        ("李西安", "Lǐ Xī'ān", ("li3", "xi1", "an1")),
        ("吕女", "lü3 nv3", ("lv3", "nv3")),
        ("吕女", "LǙ NǗ", ("lv3", "nv2")),
    ],
)
def test_own_reading_goes_first(name, reading, expected):
    found = pinyin_key(name, reading)
    assert found.reading == expected
    assert found.doubts == ()


@pytest.mark.parametrize("reading", ["xyz", "§", "wang li zhang san feng", "1"])
def test_a_reading_that_does_not_fit_is_doubted(reading):
    found = pinyin_key("张三", reading)
    assert found.reading == ("zhang1", "san1")
    assert found.doubts == ("张", "三")


def test_doubts_where_a_person_may_differ():
    assert pinyin_key("盖一").doubts == ("盖",)
    assert pinyin_key("盖一", "gài").doubts == ()
    assert pinyin_key("王行").doubts == ("行",)
    assert pinyin_key("王伟").doubts == ()


def test_no_neutral_tone_in_names():
    assert "5" not in "".join(pinyin_key("李大夫子东西头").reading)


def test_without_a_syllable_last():
    assert in_order(["Anna", "\ue000一", "左一", "阿一"]) == ["阿一", "左一", "\ue000一", "Anna"]
    assert pinyin_key("\ue000一").doubts == ("\ue000",)


NAMES = st.text(
    st.one_of(
        st.sampled_from("王张李单解曾欧阳尉迟万俟乐盖一二三伟强雨行長\ue000·Ab"),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    ),
    min_size=1,
    max_size=4,
)


@given(st.lists(NAMES, max_size=6), st.randoms())
def test_order_does_not_depend_on_the_input(names, chance):
    shuffled = list(names)
    chance.shuffle(shuffled)
    assert [pinyin_key(n) for n in in_order(names)] == [pinyin_key(n) for n in in_order(shuffled)]


@given(NAMES, NAMES)
def test_only_the_same_name_has_the_same_key(a, b):
    assert (pinyin_key(a).key == pinyin_key(b).key) == (a == b)


@given(NAMES, st.text(max_size=12))
def test_any_reading_is_survived(name, reading):
    assert len(pinyin_key(name, reading).reading) == len(pinyin_key(name).key)
