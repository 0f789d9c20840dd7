"""Where the worked cases of dinners, photos, vehicles, ceremonies and delegations come from.

Most pages are secretarial or protocol writing, second-hand; grades stand beside each choice in
``rules/options.toml``.
"""

from __future__ import annotations

import re

SOURCES = {
    "A1": "https://blog.ihr360.com/p/30784",
    "A2": "https://huanhuandy.com/bb30f5b2fa16361f/8867f6e6592b859f.html",
    "A3": "https://m.nuoha.vip/book/chapter/318817/80.html",
    "A4": "http://m.stresscarki.com/g10053235.html",
    "B1": "http://trklw.com/jingdiangushi/5om7gra5jf.html",
    "B2": "http://husay.cn/a/202210/2217041.html",
    "B3": "http://shcdff.com/liyichangshi/1422222.html",
    "B4": "http://shandonghong.com/a/202410/1888627.html",
    "B5": "https://mingjiu.3158.cn/info/20150430/n35804100709957.html",
    "B6": "http://m.368tea.com/www/view_3.php?id=51719&p=MTA0MjEzNQ%3D%3D",
    "B7": "http://mandarinspring.com/site/events_detail/193",
    "B8": "https://www.renrendoc.com/p-15141887.html",
    "B9": "http://www.qinzizj.com/qinziwenan/232998.html",
    "B10": "http://cardozapub.com/CateringFranchise/fdrpdcgcbo.html",
    "B11": "https://www.360docs.net/doc/0713058751.html",
    "B12": "http://ccschy.com/wenhua/55883.html",
    "B13": "http://www.dybbs8.com/tongji2/5678089.html",
    "B14": "https://wendang.net/wd/630562.html",
    "B15": "https://en.nctoro.com/a225370",
    "F11": "http://dzyyw.com/shoujiyouxi/368986.html",
    "F12": "http://cardozapub.com/CateringTraining/lkrbmnpkks.html",
    "H3": "https://daydaynews.cc/zh-cn/international/3953164.html",
    "H4": "https://news.cgtn.com/news/3d3d514e7a6b544d33457a6333566d54/index.html",
    "I1": "http://hozir.org/international-law-handbook/hozir.org/international-law-handbook.html?page=108",
    "I3": "https://ask.un.org/faq/14612",
    "I6": "https://www.cvce.eu/de/obj/delegations_seating_order_at_the_council_table_1998_2005-en-b71f2f22-f87f-42c7-9e42-96220f2c7a62.html",
    "I8": "https://www.66ebook.com/book/book1117439/29955844.html",
    "I9": "http://zjcnt.net/article/2006-02-24/2006022416083817.html",
    "I10": "https://liquisearch.com/national_flag/flag_protocol",
    "I13": "https://ameblo.jp/yumop/entry-12371308169.html",
    "I14": "https://m.fx361.cc/news/2022/0304/10110103.html",
    "P1": "http://heyunfeng.com/greatman/management/?id=405&type=detail",
    "P2": "http://www.zeelive.com.tw/a/%e5%90%88%e7%85%a7%e6%ac%a1%e5%ba%8f.html",
    "R6": "http://www.laomiw.com/forum.php?goto=nextnewset&mod=redirect&tid=27679",
    "R10": "http://caiyes.cn/thread-26863-1-1.html",
    "R23": "http://www.handmsg.com/page/2019/0910/9744191.shtml",
    "T1": "http://sjtang.com.cn/blog/_882902_314259.html",
    "T2": "http://www.wawtxt.com/243_243467/7815641_4.html",
    "T6": "https://freewechat.com/a/MzI0MjU5ODQxOQ==/2247484174/1",
    "T10": "https://www.soutijiangok.com/questions-334fde238a09aae62a2d09b062c6f4c9",
    "V1": "http://121.40.59.124/thread-28048-1-1.html",
    "V2": "http://zhiyoubaobao.com/jxwd/4072/40721113.html",
    "V3": "http://van-hoa-ung-xu.blogspot.com/search/label/V%E1%BB%8B%20tr%C3%AD%20ng%E1%BB%93i%20tr%C3%AAn%20%C3%B4-t%C3%B4",
    "V4": "https://www.autohome.com.cn/ask/17664941.html",
    "W1": "https://www.juniorleadership.net/post/jlbc-leadership-101",
    "W2": "http://lvo.com/GB/MAG/ART/MANUEL/PLACE.HTML",
    "W3": "https://www.julieweversstevens.com/post/etiquette-32",
    "W4": "https://www.debretts.com/expertise/etiquette/formal-events/seating-plans-and-precedence/",
    "W5": "https://knowhow.cii.co.uk/guidance/social-and-networking-events/faq/what-are-the-requirements-for-top-table/",
    "W7": "http://lastingimpressionssa.co.za/index.php/articles",
    "W8": "https://collective.theeventzteam.com/blog/official-dinners-and-luncheons",
}
FAMILIES = ("banquet", "western", "photo", "vehicle", "ribbon", "podium", "flags", "delegations")


def test_options_name_no_page_that_is_not_listed(rules):
    for option in rules("options")["option"]:
        if option["name"].split(".")[0] not in FAMILIES:
            continue
        for choice in option["choice"]:
            pages = {page.rstrip(",") for page in re.findall(r"http[^\s;)]+", choice["source"])}
            assert pages <= set(SOURCES.values()), f"{option['name']} = {choice['value']}"
