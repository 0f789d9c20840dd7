"""Write ``roster.xlsx`` and ``meetings.xlsx``: one week of meetings of an invented city.

生成 ``roster.xlsx``（人员）和 ``meetings.xlsx``（会议、会议室、请假外出、楼间步行、移动设备）。
人名、单位、职务、会议均为虚构。

Run ``python samples/city-week/make_tables.py [FOLDER]``.  Every run on every machine writes the
same bytes: times inside the workbooks are fixed, each part is canonical XML and the parts are
stored, not deflated, because compressors differ.
"""

# ruff: noqa: E501  (the tables below are wider than code)

from __future__ import annotations

import datetime as dt
import io
import os
import re
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

os.environ["OPENPYXL_LXML"] = "False"  # one serialiser everywhere; read when openpyxl loads

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

WRITTEN = dt.datetime(2026, 12, 3, 9, 0, 0)
HERE = Path(__file__).resolve().parent

# --- 人员 people ---------------------------------------------------------------------------
# id | name | English name | unit | title | English title | rank
LEADERS = """
L01|沈怀川|Shen Huaichuan|市委|市委书记|Party Secretary|正厅级
L02|陆文澜|Lu Wenlan|市政府|市委副书记、市长|Mayor|正厅级
L03|程秉衡|Cheng Bingheng|市人大常委会|市人大常委会主任|Chair, Congress|正厅级
L04|韩景春|Han Jingchun|市政协|市政协主席|Chair, CPPCC|正厅级
L05|方知远|Fang Zhiyuan|市委|市委副书记|Deputy Party Secretary|副厅级
L06|贺云舟|He Yunzhou|市委|市委常委、秘书长|Secretary-General|副厅级
L07|苏玉衡|Su Yuheng|市政府|市委常委、常务副市长|Executive Deputy Mayor|副厅级
L08|邹国梁|Zou Guoliang|市人大常委会|市人大常委会副主任|Vice Chair, Congress|副厅级
L09|欧阳牧之|Ouyang Muzhi|市政协|市政协副主席|Vice Chair, CPPCC|副厅级
L10|秦若兰|Qin Ruolan|市委|市委常委、组织部部长|Head of Organisation|副厅级
L11|顾长风|Gu Changfeng|市委|市委常委、宣传部部长|Head of Publicity|副厅级
L12|雷正阳|Lei Zhengyang|市委|市委常委、政法委书记|Head of Legal Affairs|副厅级
L13|严明礼|Yan Mingli|市委|市委常委、纪委书记|Head of Discipline|副厅级
L14|白玛央金|Pema Yangjin|市委|市委常委、统战部部长|Head of United Front|副厅级
L15|段承安|Duan Cheng'an|市政府|副市长|Deputy Mayor (Industry)|副厅级
L16|崔立新|Cui Lixin|市政府|副市长|Deputy Mayor (Building)|副厅级
L17|阿依夏·努尔兰|Aysha Nurlan|市政府|副市长|Deputy Mayor (Education)|副厅级
L18|江映雪|Jiang Yingxue|市政府|副市长|Deputy Mayor (Trade)|副厅级
L19|武振宇|Wu Zhenyu|市政府|副市长、市公安局局长|Deputy Mayor (Police)|副厅级
L20|丁修文|Ding Xiuwen|市政府|市政府秘书长|Secretary-General|正处级
L21|蒋素珍|Jiang Suzhen|市人大常委会|市人大常委会副主任|Vice Chair, Congress|副厅级
L22|万松年|Wan Songnian|市政协|市政协副主席|Vice Chair, CPPCC|副厅级
L23|邵秉正|Shao Bingzheng|市法院|市中级法院院长|President of the Court|副厅级
L24|向书瑶|Xiang Shuyao|市检察院|市检察院检察长|Chief Procurator|副厅级
L25|董延平|Dong Yanping|市委|市委副秘书长|Deputy Secretary-General|正处级
"""
# unit | English unit | head's title | English | head, English name | deputy, English name
UNITS = """
市委办公室|Party Committee Office|主任|Director|上官云岫 Shangguan Yunxiu|黎小满 Li Xiaoman
市政府办公室|Government Office|主任|Director|欧阳建中 Ouyang Jianzhong|常若琳 Chang Ruolin
市人大办|Congress Office|主任|Director|司马青山 Sima Qingshan|孔令仪 Kong Lingyi
市政协办|CPPCC Office|主任|Director|周𬀩 Zhou Wei|汪采薇 Wang Caiwei
市纪委监委|Discipline Commission|副书记|Deputy Secretary|单立人 Shan Liren|钱守信 Qian Shouxin
市委组织部|Organisation Department|副部长|Deputy Head|徐䶮 Xu Yan|龚静娴 Gong Jingxian
市委宣传部|Publicity Department|副部长|Deputy Head|巴特尔 Bate'er|史咏梅 Shi Yongmei
市委政法委|Legal Affairs Commission|副书记|Deputy Secretary|熊定邦 Xiong Dingbang|陶晓雯 Tao Xiaowen
市委外办|Foreign Affairs Office|主任|Director|顾言蹊 Gu Yanxi|莫逸飞 Mo Yifei
市信访局|Complaints Bureau|局长|Director|贾厚德 Jia Houde|戴月琴 Dai Yueqin
市发展改革委|Reform Commission|主任|Director|陈静 Chen Jing|石道远 Shi Daoyuan
市教育局|Education Bureau|局长|Director|诸葛明月 Zhuge Mingyue|侯亚男 Hou Yanan
市科技局|Technology Bureau|局长|Director|林㛃 Lin Jie|邱恺 Qiu Kai
市工信局|Industry Bureau|局长|Director|谭根生 Tan Gensheng|夏碧云 Xia Biyun
市公安局|Public Security Bureau|副局长|Deputy Director|雷卫国 Lei Weiguo|郝云飞 Hao Yunfei
市民政局|Civil Affairs Bureau|局长|Director|覃素梅 Qin Sumei|毛启航 Mao Qihang
市财政局|Finance Bureau|局长|Director|郭书堃 Guo Shukun|仇万里 Qiu Wanli
市人社局|Human Resources Bureau|局长|Director|娜仁高娃 Narangowa|尹成林 Yin Chenglin
市资规局|Planning Bureau|局长|Director|曾繁星 Zeng Fanxing|薛明霞 Xue Mingxia
市生态环境局|Environment Bureau|局长|Director|方青萍 Fang Qingping|孟思源 Meng Siyuan
市住建局|Housing Bureau|局长|Director|任宏斌 Ren Hongbin|卢冬梅 Lu Dongmei
市交通运输局|Transport Bureau|局长|Director|姚长林 Yao Changlin|沈艳萍 Shen Yanping
市水利局|Water Bureau|局长|Director|钟海波 Zhong Haibo|姜雪莹 Jiang Xueying
市农业农村局|Agriculture Bureau|局长|Director|田有田 Tian Youtian|潘秋月 Pan Qiuyue
市商务局|Commerce Bureau|局长|Director|袁锦程 Yuan Jincheng|蔡倩云 Cai Qianyun
市文广旅局|Culture and Tourism Bureau|局长|Director|迪丽努尔·艾合买提 Dilnur Ehmet|余嘉树 Yu Jiashu
市卫生健康委|Health Commission|主任|Director|努尔兰·赛力克 Nurlan Serik|叶慧敏 Ye Huimin
市应急局|Emergency Bureau|局长|Director|杜振东 Du Zhendong|程红梅 Cheng Hongmei
市审计局|Audit Bureau|局长|Director|查明礼 Zha Mingli|魏婧 Wei Jing
市市场监管局|Market Bureau|局长|Director|吕茂源 Lyu Maoyuan|苏瑶 Su Yao
市数据局|Data Bureau|局长|Director|罗𫘝 Luo Jue|于倩雯 Yu Qianwen
"""
LEADING = {
    "市委": "Municipal Party Committee",
    "市政府": "Municipal Government",
    "市人大常委会": "Municipal Congress",
    "市政协": "Municipal CPPCC",
    "市法院": "Municipal Court",
    "市检察院": "Municipal Procuratorate",
}

# --- 会议室 rooms --------------------------------------------------------------------------
ROOMS = """
C1|会议中心一号会堂|Hall 1|会议中心|1|剧院式600、课桌式320|投影、音响、直播||1|||
C2|会议中心多功能厅|Multi-purpose Hall|会议中心|1|剧院式240、课桌式150、回字形80|投影、音响、视频会议||1||年货展布展|12月7日-12月8日
C3|会议中心三号厅|Hall 3|会议中心|2|剧院式120、课桌式90、回字形54|投影、视频会议、同声传译|C4|1|||
C4|会议中心四号厅|Hall 4|会议中心|2|课桌式60、会议桌式40|投影|C3|2||线路检修|12月9日下午-12月11日
C5|会议中心贵宾厅|VIP Room|会议中心|1|会议桌式24|||1||外事会见优先|
P301|市委常委会会议室|Standing Committee Room|市委楼|3|会议桌式40|投影、电子票决|P302|1|市委办公室、市委组织部、市纪委监委||
P302|市委第二会议室|Party Room 2|市委楼|3|会议桌式24|投影|P301|2||更换桌椅|12月7日
P201|市委视频会议室|Party Video Room|市委楼|2|课桌式60、会议桌式36|投影、视频会议|P202|2|||
P202|市委第三会议室|Party Room 3|市委楼|2|会议桌式18||P201|3||粉刷|12月10日-12月11日
P101|市委接待室|Party Reception Room|市委楼|1|会议桌式12|||2|||
G401|市政府常务会议室|Executive Room|市政府楼|4|会议桌式44|投影|G402|1|市政府办公室、市发展改革委、市财政局||
G402|市政府第二会议室|Government Room 2|市政府楼|4|会议桌式26|投影|G401|2||消防检查|12月10日
G301|市政府视频会议室|Government Video Room|市政府楼|3|课桌式80、会议桌式40|投影、视频会议|G302|2||设备调试|12月8日上午
G302|市政府第三会议室|Government Room 3|市政府楼|3|会议桌式18||G301|3||空调检修|12月7日-12月8日上午
"""
BUILDINGS = {
    "会议中心": "Conference Centre",
    "市委楼": "Party Building",
    "市政府楼": "Government Building",
}
WALKS = (("市委楼", "市政府楼", 5), ("市委楼", "会议中心", 12), ("市政府楼", "会议中心", 10))
KIT = (("移动投影", 3), ("无线话筒", 12), ("同传设备", 1), ("录像机", 2))
LEAVES = """
方知远|12月10日下午-12月11日|赴省委党校授课|Lecturing at the Provincial Party School
阿依夏·努尔兰|12月7日-12月8日上午|赴省教育厅汇报工作|Provincial Department of Education
江映雪|12月9日|赴港口城市招商|Trade visit
段承安|12月8日下午|下乡调研|Visiting villages
程秉衡|12月11日|列席省人大常委会会议|Provincial Congress
严明礼|12月10日下午|赴省纪委开会|Provincial Discipline Commission
秦若兰|12月7日上午|干部谈话|Interviews
万松年|12月9日|视察|Inspection
武振宇|12月11日下午|安保现场会|Meeting on security
邹国梁|12月7日下午|代表视察|Inspection of deputies
袁锦程|12月9日|随团招商|Trade visit
诸葛明月|12月7日|赴省教育厅汇报工作|Provincial Department of Education
"""

# --- 会议 meetings -------------------------------------------------------------------------
# id | title | English title | minutes | unit | class | must attend | invited | people |
# layout | further columns as name=value
MEETINGS = """
M01|全市办公室工作会议|Conference of Offices|150|市委办公室|特事|沈怀川、陆文澜、程秉衡、韩景春、方知远、贺云舟、苏玉衡、邹国梁、欧阳牧之|董延平、丁修文|360|剧院式|开始时间=12月10日 9:00;指定会议室=C1;会前准备=30;会后清场=30;设备要求=音响;无线话筒=4;议程=宣布开会并介绍与会领导/通报2026年全市办公室工作/枫桥区、云岭县、清江大学交流发言/市委书记讲话;英文议程=Opening and introduction of the leaders/Report on the work of the offices in 2026/Fengqiao, Yunling and Qingjiang University speak/Speech of the Party Secretary
M02|市委常委会会议|Standing Committee|150|市委办公室|特事|沈怀川、陆文澜、方知远、贺云舟、苏玉衡、秦若兰、顾长风、雷正阳、严明礼、白玛央金|董延平、程秉衡、韩景春|36|会议桌式|开始时间=12月8日 9:00;指定会议室=P301;保密=是;议程=传达学习上级会议精神/审议2027年市委工作要点（送审稿）/研究干部事宜;英文议程=Recent meetings at higher levels/Priorities of work in 2027 (draft)/Appointments
M03|市政府常务会议|Executive Meeting of the Government|150|市政府办公室|特事|陆文澜、苏玉衡、段承安、崔立新、阿依夏·努尔兰、武振宇、丁修文|陈静、郭书堃、邹国梁|40|会议桌式|开始时间=12月9日 9:00;指定会议室=G401;议程=审议《政府工作报告（讨论稿）》/研究2027年市级预算草案/研究低温天气城市运行保障;英文议程=Report of the Government (draft)/Draft budget 2027/Running the city in winter weather
M04|全省安全生产视频会议|Provincial Video Conference on Safety|90|市应急局|特事|苏玉衡、崔立新、杜振东|任宏斌、姚长林、谭根生|70|课桌式|开始时间=12月7日 15:00;指定会议室=G301;设备要求=视频会议;会前准备=30;录像机=1
M04|||||||||30|会议桌式|分会场=市委分会场;分会场英文名=Party branch;指定会议室=P201;设备要求=视频会议;本场人员=程红梅
M05|会见林斯港市代表团|Meeting the Delegation of Linshavn|60|市委外办|特事|陆文澜、江映雪、顾言蹊|袁锦程|16|会议桌式|开始时间=12月11日 10:00;指定会议室=C5;同传设备=1;会前准备=30
M06|低温雨雪冰冻天气防范调度会|Winter Weather Coordination|60|市应急局|紧事|苏玉衡、崔立新、杜振东、任宏斌|姚长林、雷卫国、市水利局|40|会议桌式|设备要求=视频会议
M07|港区油污处置协调会|Port Oil Spill Coordination|90|市生态环境局|紧事|段承安、方青萍、姚长林|孟思源、市应急局|20|会议桌式|
M08|根治欠薪专题调度会|Unpaid Wages Coordination|90|市人社局|紧事|段承安、娜仁高娃、任宏斌|尹成林、雷卫国|24|会议桌式|
M09|信访积案化解调度会|Complaints Review|90|市信访局|紧事|贺云舟、雷正阳、贾厚德|戴月琴、熊定邦|18|会议桌式|保密=是
M10|冬季供暖保障协调会|Winter Heating Coordination|60|市住建局|紧事|崔立新、任宏斌|卢冬梅、石道远|24|会议桌式|
M11|市委理论学习中心组学习会|Study Session of the Party Committee|150|市委宣传部|要事|沈怀川、陆文澜、方知远、贺云舟、苏玉衡、秦若兰、顾长风、雷正阳、严明礼、白玛央金|程秉衡、韩景春、巴特尔|60|课桌式|设备要求=投影;可选时间=12月7日下午；12月8日下午；12月9日下午;会前准备=15
M12|党的建设工作领导小组会议|Steering Group on Party Building|90|市委组织部|要事|沈怀川、方知远、秦若兰、严明礼、徐䶮|顾长风|22|会议桌式|保密=是
M13|市委财经委员会会议|Financial and Economic Commission|120|市发展改革委|要事|沈怀川、陆文澜、苏玉衡、段承安、陈静、郭书堃|贺云舟、曾繁星|36|会议桌式|须在其后=M15;间隔=60;设备要求=投影
M14|市委全面深化改革委员会会议|Reform Commission of the Party|120|市委办公室|要事|沈怀川、陆文澜、方知远、贺云舟、上官云岫|秦若兰、陈静|30|会议桌式|不同日=M13
M15|2027年市级预算草案汇报会|Draft Budget 2027|90|市财政局|要事|陆文澜、苏玉衡、郭书堃|仇万里、丁修文、查明礼|20|会议桌式|设备要求=投影
M16|市人大常委会主任会议|Chairs of the Congress|90|市人大办|要事|程秉衡、邹国梁、蒋素珍|司马青山、孔令仪|16|会议桌式|
M17|市政协主席会议|Chairs of the CPPCC|90|市政协办|要事|韩景春、欧阳牧之、万松年|周𬀩、汪采薇|16|会议桌式|
M18|市委巡察工作领导小组会议|Steering Group on Inspection|90|市纪委监委|要事|严明礼、秦若兰、单立人|钱守信、徐䶮|16|会议桌式|保密=是
M19|重大项目谋划推进会|Major Projects|150|市发展改革委|要事|苏玉衡、段承安、崔立新、陈静|石道远、曾繁星、姚长林、钟海波、任宏斌|60|课桌式|设备要求=投影
M20|政法工作联席会议|Joint Meeting on Legal Affairs|90|市委政法委|要事|雷正阳、武振宇、邵秉正、向书瑶|熊定邦、陶晓雯|18|会议桌式|保密=是
M21|招商引资项目集中签约仪式|Signing of Investment Projects|90|市商务局|大事|沈怀川、陆文澜、江映雪、袁锦程|段承安、谭根生、蔡倩云|180|剧院式|设备要求=音响;会前准备=90;会后清场=60;意向会议室=C2;无线话筒=4;录像机=1;议程=来宾签到/市商务局介绍项目情况/项目集中签约/市长致辞;英文议程=Guests sign in/Commerce Bureau on the projects/Signing/Address of the Mayor
M22|“十五五”专项规划评审会（全体会）|Planning Review: Plenary|150|市发展改革委|大事|苏玉衡、陈静、石道远|段承安、崔立新、曾繁星|90|课桌式|设备要求=投影;可选时间=12月10日下午；12月11日上午;意向会议室=C3;议程=市发展改革委介绍总体情况/各专项规划编制单位汇报/专家提问;英文议程=Reform Commission: the whole/Units report on their plans/Questions of the experts
M23|“十五五”专项规划评审会（分组）|Planning Review: Groups|120|市发展改革委|大事|陈静||30|回字形|须在其后=M22;可选时间=12月10日-12月11日;分会场=第一组（产业）;分会场英文名=Group 1 (industry);本场人员=谭根生、邱恺
M23||||||||24|会议桌式|分会场=第二组（城建）;分会场英文名=Group 2 (building);本场人员=任宏斌、薛明霞
M23||||||||16|会议桌式|分会场=第三组（民生）;分会场英文名=Group 3 (people);本场人员=覃素梅、侯亚男
M24|“十五五”专项规划评审意见汇总会|Planning Review: Summary|60|市发展改革委|一般|陈静、石道远|谭根生、任宏斌、覃素梅|20|会议桌式|须在其后=M23
M25|全市教育高质量发展大会|Conference on Education|120|市教育局|大事|陆文澜、阿依夏·努尔兰、诸葛明月|蒋素珍、万松年、侯亚男、郭书堃|420|剧院式|设备要求=音响;会前准备=60;会后清场=30;意向会议室=C1;无线话筒=4;可选时间=12月9日-12月11日
M26|优秀企业家座谈会|Meeting with Entrepreneurs|120|市工信局|大事|沈怀川、陆文澜、苏玉衡、谭根生|段承安、夏碧云、吕茂源|50|回字形|意向会议室=C3;会前准备=30;无线话筒=3
M27|国家卫生城市复审动员会|Healthy City Review|90|市卫生健康委|大事|阿依夏·努尔兰、努尔兰·赛力克|崔立新、叶慧敏、任宏斌|200|剧院式|设备要求=音响;会前准备=30;会后清场=15;无线话筒=2
M28|岁末年初安全生产视频调度会|Year-end Safety Video Conference|60|市应急局|要事|苏玉衡、武振宇、杜振东|雷卫国、田有田|60|课桌式|须在其后=M04;设备要求=视频会议;分会场=主会场;分会场英文名=Main hall;会前准备=15
M28|||||||||24|课桌式|分会场=市委分会场;分会场英文名=Party branch;设备要求=视频会议;本场人员=程红梅
M28|||||||||40|课桌式|分会场=县区分会场;分会场英文名=Counties;设备要求=视频会议;本场人员=潘秋月
M29|干部考察工作培训会|Training on Appraisals|180|市委组织部|一般|徐䶮、龚静娴||50|课桌式|设备要求=投影
M30|意识形态工作分析研判会|Review of Publicity Work|90|市委宣传部|一般|顾长风、巴特尔|史咏梅、郝云飞|20|会议桌式|
M31|统战工作季度例会|United Front Quarterly|60|市委|一般|白玛央金|董延平|14|会议桌式|
M32|扫黑除恶常态化推进会|Public Order Review|60|市委政法委|一般|雷正阳、武振宇、熊定邦|邵秉正、向书瑶|24|会议桌式|
M33|国有企业改革专题会|State Enterprise Reform|90|市政府办公室|一般|苏玉衡、郭书堃、查明礼|欧阳建中|20|会议桌式|
M34|工业经济运行分析会|Industrial Economy|90|市工信局|一般|段承安、谭根生|陈静、夏碧云、罗𫘝|30|会议桌式|设备要求=投影
M35|城市更新项目审查会|Urban Renewal Projects|150|市住建局|一般|崔立新、任宏斌、曾繁星|卢冬梅、薛明霞|36|会议桌式|设备要求=投影
M36|国土空间规划委员会会议|Spatial Planning Commission|150|市资规局|要事|陆文澜、崔立新、曾繁星|任宏斌、方青萍、姚长林、钟海波|40|会议桌式|设备要求=投影
M37|科技成果转化对接会|Technology Transfer|90|市科技局|一般|阿依夏·努尔兰、林㛃|邱恺、谭根生|60|课桌式|设备要求=投影;移动投影=1
M38|外贸形势分析会|Foreign Trade|60|市商务局|一般|江映雪、袁锦程|蔡倩云、吕茂源|18|会议桌式|
M39|冬春农田水利建设推进会|Irrigation Works|90|市水利局|一般|钟海波、田有田|姜雪莹、潘秋月|40|课桌式|设备要求=投影
M40|粮食安全责任制考核部署会|Grain Security|60|市农业农村局|一般|田有田、吕茂源|潘秋月|24|会议桌式|
M41|文旅消费季筹备会|Tourism Season|60|市文广旅局|一般|迪丽努尔·艾合买提、余嘉树|袁锦程、雷卫国|16|会议桌式|
M42|医疗卫生共同体建设座谈会|Health Care Alliances|90|市卫生健康委|一般|努尔兰·赛力克、叶慧敏|阿依夏·努尔兰、娜仁高娃|30|会议桌式|
M43|养老服务体系建设协调会|Services for the Elderly|60|市民政局|一般|覃素梅、毛启航|阿依夏·努尔兰|16|会议桌式|
M44|审计整改联席会议|Audit Follow-up|120|市审计局|一般|查明礼、魏婧、郭书堃|单立人|18|会议桌式|保密=是
M45|数字政府建设例会|Digital Government|60|市数据局|一般|罗𫘝、于倩雯|欧阳建中|20|会议桌式|设备要求=投影
M46|食品安全委员会全体会议|Food Safety Commission|60|市市场监管局|一般|江映雪、吕茂源|苏瑶、努尔兰·赛力克、田有田|36|会议桌式|
M47|道路交通安全联席会议|Road Safety|60|市公安局|一般|武振宇、雷卫国、姚长林|郝云飞、沈艳萍|24|会议桌式|
M48|人大代表建议办理面商会|Deputies' Proposals|120|市人大办|一般|蒋素珍、司马青山|孔令仪、常若琳|26|会议桌式|
M49|政协提案办理协商会|CPPCC Proposals|120|市政协办|一般|欧阳牧之、周𬀩|汪采薇、常若琳|26|会议桌式|
M50|府院联动联席会议|Government and Court|60|市政府办公室|一般|丁修文、邵秉正|向书瑶、欧阳建中|16|会议桌式|
M51|政府工作报告起草组会|Drafting the Government Report|180|市政府办公室|一般|丁修文、欧阳建中|陈静、常若琳|12|会议桌式|不同日=M03
M52|市委全会报告起草组会|Drafting the Party Report|180|市委办公室|一般|董延平、上官云岫|黎小满|12|会议桌式|保密=是
M53|春节慰问活动筹备会|New Year Visits|60|市民政局|一般|丁修文、覃素梅|娜仁高娃|14|会议桌式|
M54|公务用车管理培训|Training on Official Cars|150|市政府办公室|一般|常若琳||50|课桌式|移动投影=1
M55|保密工作培训|Training on Confidentiality|180|市委办公室|一般|黎小满||80|课桌式|设备要求=投影;可选时间=12月8日；12月11日下午
M56|新录用公务员座谈会|Meeting New Civil Servants|90|市委组织部|一般|秦若兰、龚静娴|娜仁高娃|40|回字形|
M57|营商环境督查反馈会|Business Environment|60|市政府办公室|一般|江映雪、欧阳建中|袁锦程、吕茂源、罗𫘝|24|会议桌式|
M58|教育经费专题会|Education Funds|60|市教育局|一般|诸葛明月、仇万里|侯亚男|12|会议桌式|可选时间=12月8日-12月9日
M59|林斯港市代表团访问接待协调会|Preparing the Visit of Linshavn|60|市委外办|一般|顾言蹊、莫逸飞|袁锦程、雷卫国|12|会议桌式|可选时间=12月7日-12月10日
M60|一周工作总结会|Review of the Week|60|市委办公室|一般|贺云舟、董延平、上官云岫|丁修文|14|会议桌式|可选时间=周五下午;须在其后=M14
"""
KIT_NAMES = tuple(name for name, _ in KIT)
HEADINGS = {
    "编号": 7, "会议名称": 34, "英文名": 30, "时长": 7, "承办单位": 14, "类别": 7, "参会领导": 40,
    "邀请参加": 30, "人数": 7, "布置": 10, "分会场": 18, "分会场英文名": 18, "设备要求": 12, "移动设备": 22,
    "开始时间": 17, "可选时间": 30, "指定会议室": 12, "意向会议室": 12, "须在其后": 10, "间隔": 7,
    "不同日": 8, "会前准备": 9, "会后清场": 9, "保密": 7, "本场人员": 20, "议程": 40, "英文议程": 40, "联系人": 14,
}  # fmt: skip

Row = list[str | int | None]


def lines(text: str) -> list[list[str]]:
    """Split a table written with bars."""
    return [line.split("|") for line in text.strip().splitlines()]


def people() -> list[Row]:
    """Return the rows of the sheet 人员."""
    rows: list[Row] = []
    for pid, name, english, unit, title, title_en, rank in lines(LEADERS):
        rows.append([pid, name, unit, title, rank, "领导", english, title_en])
    number = 0
    for unit, unit_en, title, title_en, *both in lines(UNITS):
        for words, post, post_en, rank in zip(
            both, (title, "副" + title.removeprefix("副")), (title_en, "Deputy Director"),
            ("正处级", "副处级"), strict=True,
        ):  # fmt: skip
            name, _, english = words.partition(" ")
            number += 1
            rows.append(
                [f"U{number:02d}", name, unit, post, rank, "部门", english,
                 f"{post_en}, {unit_en}"]
            )  # fmt: skip
    return rows


def units() -> list[Row]:
    """Return the rows of the sheet 单位."""
    named = [*LEADING.items(), *((line[0], line[1]) for line in lines(UNITS))]
    return [
        [n, zh, "市领导" if zh in LEADING else "部门", en] for n, (zh, en) in enumerate(named, 1)
    ]


def meetings() -> list[Row]:
    """Return the rows of the sheet 会议; a row for each part."""
    rows: list[Row] = []
    titles: dict[str, str] = {}
    number = 0
    for line in lines(MEETINGS):
        ident, title, english, minutes, unit, priority, required, preferred, count, layout = (
            line[:10] if line[1] else [line[0], *[""] * 7, *line[-3:-1]]
        )
        cells: dict[str, str | int] = {
            "编号": ident, "会议名称": title, "英文名": english, "时长": minutes,
            "承办单位": unit, "类别": priority, "参会领导": required, "邀请参加": preferred,
            "人数": count, "布置": layout,
        }  # fmt: skip
        kit = []
        for word in filter(None, line[-1].split(";")):
            name, _, value = word.partition("=")
            if name in KIT_NAMES:
                kit.append(f"{name}×{value}")
            elif name in HEADINGS:
                cells[name] = value.replace("/", "\n") if name.endswith("议程") else value
        cells["移动设备"] = "、".join(kit)
        if title and ident not in titles:
            titles[ident] = title
            number += 1
            cells["联系人"] = f"8000-{6100 + number}"
        whole = ("时长", "人数", "间隔", "会前准备", "会后清场")
        rows.append(
            [
                int(value) if heading in whole and value else value or None
                for heading in HEADINGS
                for value in [cells.get(heading, "")]
            ]
        )
    return rows


def rooms() -> list[Row]:
    """Return the rows of the sheet 会议室."""
    return [
        [*line[:4], BUILDINGS[line[3]], int(line[4]), *line[5:8], int(line[8]), *line[9:]]
        for line in lines(ROOMS)
    ]


def write(book: Workbook, title: str, headings: dict[str, int], rows: Sequence[Row]) -> None:
    """Add a sheet, ready to be read on screen and printed."""
    sheet = book.create_sheet(title)
    thin = Side(style="thin", color="BFBFBF")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    for column, (heading, width) in enumerate(headings.items(), start=1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(name="黑体", size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F4E79")
        cell.alignment = Alignment(horizontal="center", vertical="center")
        cell.border = box
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value if value != "" else None)
            cell.font = Font(name="宋体", size=11)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            cell.border = box
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def book_of(title: str) -> Workbook:
    """Return an empty workbook with its properties."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "清江市机关事务管理局会务科（虚构）"
    book.properties.title = title
    book.properties.created = WRITTEN
    return book


def roster() -> Workbook:
    """Return ``roster.xlsx``."""
    book = book_of("清江市领导和部门负责人名册")
    widths = {
        "编号": 7, "姓名": 18, "单位": 16, "职务": 26, "级别": 9, "组别": 8, "英文名": 20,
        "英文职务": 40,
    }  # fmt: skip
    write(book, "人员", widths, people())
    write(book, "单位", {"序号": 6, "单位": 20, "类别": 10, "英文名": 28}, units())
    return book


def tables() -> Workbook:
    """Return ``meetings.xlsx``."""
    book = book_of("清江市一周会议申请")
    write(book, "会议", HEADINGS, meetings())
    widths = {
        "编号": 7, "名称": 24, "英文名": 26, "楼": 12, "楼英文名": 20, "楼层": 6, "容量": 34, "设备": 26,
        "相邻": 8, "档次": 6, "使用单位": 32, "备注": 14, "停用时间": 24,
    }  # fmt: skip
    write(book, "会议室", widths, rooms())
    leaves: list[Row] = [list(line) for line in lines(LEAVES)]
    widths = {"姓名": 18, "时间": 26, "事由": 26, "英文事由": 36}
    write(book, "请假外出", widths, leaves)
    write(book, "楼间步行", {"楼一": 12, "楼二": 12, "分钟": 7}, [list(walk) for walk in WALKS])
    write(book, "移动设备", {"设备": 14, "数量": 7}, [list(kit) for kit in KIT])
    return book


def frozen(book: Workbook) -> bytes:
    """Return the workbook's bytes without anything that depends on time or machine."""
    made = io.BytesIO()
    book.save(made)
    stamp = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ")
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            xml = source.read(name).decode("utf-8")
            if name == "docProps/core.xml":  # openpyxl writes the time of saving
                xml = re.sub(r"(<dcterms:(created|modified)[^>]*>)[^<]*", rf"\g<1>{stamp}", xml)
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            part = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            part.create_system, part.external_attr = 0, 0
            target.writestr(part, (head + ElementTree.canonicalize(xml)).encode("utf-8"))
    return fixed.getvalue()


def main() -> None:
    """Write both workbooks beside this file, or into the folder that the first argument names."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, book in (("roster.xlsx", roster()), ("meetings.xlsx", tables())):
        (folder / name).write_bytes(frozen(book))
        print(name, *(f"{sheet.title} {sheet.max_row - 1}" for sheet in book.worksheets))


if __name__ == "__main__":
    main()
