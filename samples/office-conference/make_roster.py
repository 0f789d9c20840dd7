"""Write ``roster.xlsx``: the people of the conference of offices, all of them invented.

生成 ``roster.xlsx``：全市办公室工作会议参会人员名册。人名、单位、职务均为虚构。

Run ``python samples/office-conference/make_roster.py [FILE]``.  Every run on every machine
writes the same bytes: names are drawn with a fixed seed through ``random.Random.random`` (the
only generator whose numbers Python promises to keep), times inside the workbook are fixed,
each part is canonical XML and the parts are stored, not deflated, because compressors differ.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

os.environ["OPENPYXL_LXML"] = "False"  # one serialiser everywhere; read when openpyxl loads

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

SEED = 20261210
WRITTEN = dt.datetime(2026, 11, 30, 9, 0, 0)
HERE = Path(__file__).resolve().parent

# --- names 姓名 ---------------------------------------------------------------------------
# Surnames from the commonest down; the weight of the n-th falls as in the national counts.
SURNAMES = """
王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu
郭Guo 何He 林Lin 高Gao 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 邓Deng 韩Han 冯Feng 曹Cao
彭Peng 曾Zeng 肖Xiao 田Tian 董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 于Yu 杜Du 叶Ye 程Cheng 魏Wei
苏Su 吕Lyu 丁Ding 任Ren 卢Lu 姚Yao 沈Shen 钟Zhong 姜Jiang 崔Cui 谭Tan 陆Lu 汪Wang 范Fan 廖Liao
石Shi 金Jin 韦Wei 贾Jia 夏Xia 付Fu 方Fang 邹Zou 熊Xiong 白Bai 孟Meng 秦Qin 邱Qiu 侯Hou 江Jiang
尹Yin 薛Xue 闫Yan 段Duan 雷Lei 龙Long 黎Li 史Shi 陶Tao 贺He 毛Mao 郝Hao 顾Gu 龚Gong 邵Shao 万Wan
覃Qin 武Wu 钱Qian 戴Dai 严Yan 莫Mo 孔Kong 向Xiang 常Chang
"""
WEIGHTS = (72, 70, 67, 51, 46, 32, 25, 23, 22, 21, 17, 16, 13, 13, 13, 12, 12, 12, 11, 11)
MALE = """
建平Jianping 志刚Zhigang 卫东Weidong 国栋Guodong 文斌Wenbin 海涛Haitao 立新Lixin 晓峰Xiaofeng
宏伟Hongwei 俊杰Junjie 明辉Minghui 振中Zhenzhong 伟东Weidong 少华Shaohua 学军Xuejun 春林Chunlin
玉明Yuming 长青Changqing 家兴Jiaxing 庆丰Qingfeng
浩然Haoran 天宇Tianyu 志远Zhiyuan 云飞Yunfei 雪松Xuesong 卫国Weiguo 志明Zhiming
志坚Zhijian 文军Wenjun 文涛Wentao 文博Wenbo 海波Haibo 永刚Yonggang
晓光Xiaoguang 晓波Xiaobo 宏亮Hongliang 宏斌Hongbin 俊峰Junfeng 明亮Mingliang 明远Mingyuan
振宇Zhenyu 振东Zhendong 伟民Weimin 少军Shaojun 少波Shaobo 学文Xuewen 学锋Xuefeng 春雷Chunlei
春生Chunsheng 玉林Yulin 长林Changlin 德明Deming 家明Jiaming 庆华Qinghua
庆国Qingguo 世平Shiping 绍武Shaowu 绍文Shaowen 泽宇Zeyu 启明Qiming 启航Qihang 成林Chenglin
正阳Zhengyang 正平Zhengping 敬东Jingdong 敬贤Jingxian 育才Yucai 树林Shulin 树生Shusheng
福生Fusheng 福林Fulin 新宇Xinyu 新民Xinmin 瑞林Ruilin 瑞祥Ruixiang 云峰Yunfeng 立波Libo
培元Peiyuan 培德Peide 延平Yanping 景明Jingming 景瑞Jingrui 维民Weimin 维平Weiping 道远Daoyuan
思远Siyuan 思源Siyuan 承安Cheng'an 承业Chengye 修平Xiuping 修文Xiuwen 仲文Zhongwen 梓良Ziliang
嘉树Jiashu 益民Yimin 秉正Bingzheng 秉坤Bingkun 怀远Huaiyuan 怀瑾Huaijin 兆丰Zhaofeng
兆林Zhaolin 继东Jidong 继贤Jixian 连生Liansheng 连胜Liansheng 良才Liangcai 良玉Liangyu
耀祖Yaozu 耀东Yaodong 先锋Xianfeng 根生Gensheng 根宝Genbao 宝林Baolin 宝山Baoshan
守信Shouxin 守业Shouye 厚德Houde 厚坤Houkun 有为Youwei 有田Youtian 贵平Guiping 贵生Guisheng
茂林Maolin 茂源Maoyuan 传富Chuanfu 传明Chuanming 定邦Dingbang 其昌Qichang 其林Qilin 若谷Ruogu
松年Songnian 砚耕Yangeng 逸飞Yifei 逸群Yiqun 宗明Zongming 宗海Zonghai 钧尧Junyao
锦程Jincheng 朝晖Zhaohui 朝阳Zhaoyang 晖Hui 铮Zheng 屹Yi 岩Yan 崧Song 昱Yu 鑫Xin 炜Wei
煜Yu 峥Zheng 恺Kai 沛Pei 湛Zhan 翀Chong 澍Shu
"""
FEMALE = """
丽华Lihua 秀兰Xiulan 桂英Guiying 玉兰Yulan 晓燕Xiaoyan 红梅Hongmei 春燕Chunyan 海燕Haiyan
雪梅Xuemei 丽娟Lijuan 丽萍Liping 慧敏Huimin 慧芳Huifang 静怡Jingyi 文静Wenjing 文娟Wenjuan
晓琳Xiaolin 雅琴Yaqin 淑芬Shufen 淑华Shuhua 美玲Meiling 美华Meihua 凤英Fengying 凤霞Fengxia
艳红Yanhong 艳萍Yanping 玉梅Yumei 玉洁Yujie 佳慧Jiahui 欣怡Xinyi 雨晴Yuqing 梦洁Mengjie
雅婷Yating 雪莹Xueying 秋菊Qiuju 秋月Qiuyue 冬梅Dongmei 爱华Aihua 爱玲Ailing
建英Jianying 国芳Guofang 志红Zhihong 志英Zhiying 云霞Yunxia 彩霞Caixia 彩云Caiyun 金凤Jinfeng
金兰Jinlan 巧云Qiaoyun 巧玲Qiaoling 素云Suyun 素珍Suzhen 素梅Sumei 瑞芳Ruifang 瑞雪Ruixue
晓雯Xiaowen 晓薇Xiaowei 若兰Ruolan 若琳Ruolin 诗涵Shihan 如月Ruyue 咏梅Yongmei 静雯Jingwen
静娴Jingxian 倩雯Qianwen 倩云Qianyun 亚男Yanan 亚琴Yaqin 亚萍Yaping 月娥Yue'e 月琴Yueqin
翠萍Cuiping 翠华Cuihua 惠英Huiying 惠君Huijun 碧云Biyun 碧霞Bixia 锦绣Jinxiu 锦云Jinyun
明霞Mingxia 明慧Minghui 书琴Shuqin 书瑶Shuyao 婉清Wanqing 婉如Wanru 映雪Yingxue 映红Yinghong
芷兰Zhilan 青禾Qinghe 青萍Qingping 少敏Shaomin 少芬Shaofen 小曼Xiaoman 小满Xiaoman 立红Lihong
立娟Lijuan 海霞Haixia 海宁Haining 桂芝Guizhi 桂兰Guilan 宝珍Baozhen 宝琴Baoqin 润秋Runqiu
采薇Caiwei 采青Caiqing 茜Qian 璐Lu 岚Lan 瑶Yao 蕙Hui 瑾Jin 菁Jing 婧Jing 琰Yan 筠Yun 珂Ke
昕Xin 晗Han 璟Jing
"""

# --- units 单位 ---------------------------------------------------------------------------
# full name | short name | English name | how many people | which posts
UNITS = {
    "市领导": """
中共清江市委员会|市委|Municipal Party Committee|0|
清江市人民政府|市政府|Municipal Government|0|
清江市人民代表大会常务委员会|市人大常委会|Municipal Congress|0|
中国人民政治协商会议清江市委员会|市政协|Municipal CPPCC|0|
""",
    "来宾": """
林斯港市政厅|林斯港市政厅|City Hall of Linshavn|0|
""",
    "市直机关": """
中共清江市委办公室|市委办公室|Party Committee Office|9|chief
清江市人民政府办公室|市政府办公室|Government Office|9|chief
清江市人大常委会办公室|市人大办|Congress Office|6|chief
政协清江市委员会办公室|市政协办|CPPCC Office|6|chief
清江市纪委监委机关|市纪委监委|Discipline Commission|4|bureau
中共清江市委组织部|市委组织部|Organisation Department|4|bureau
中共清江市委宣传部|市委宣传部|Publicity Department|4|bureau
中共清江市委统战部|市委统战部|United Front Department|3|bureau
中共清江市委政法委员会|市委政法委|Legal Affairs Commission|4|bureau
中共清江市委机构编制委员会办公室|市委编办|Public Sector Reform Office|2|bureau
中共清江市委外事工作委员会办公室|市委外办|Foreign Affairs Office|3|bureau
中共清江市直属机关工作委员会|市直机关工委|Departments Committee|3|bureau
清江市信访局|市信访局|Complaints Bureau|3|bureau
清江市发展和改革委员会|市发展改革委|Reform Commission|5|bureau
清江市教育局|市教育局|Education Bureau|5|bureau
清江市科学技术局|市科技局|Technology Bureau|3|bureau
清江市工业和信息化局|市工信局|Industry Bureau|4|bureau
清江市公安局|市公安局|Public Security Bureau|5|bureau
清江市民政局|市民政局|Civil Affairs Bureau|3|bureau
清江市司法局|市司法局|Justice Bureau|3|bureau
清江市财政局|市财政局|Finance Bureau|4|bureau
清江市人力资源和社会保障局|市人社局|Human Resources Bureau|4|bureau
清江市自然资源和规划局|市资规局|Planning Bureau|4|bureau
清江市生态环境局|市生态环境局|Environment Bureau|3|bureau
清江市住房和城乡建设局|市住建局|Housing Bureau|4|bureau
清江市交通运输局|市交通运输局|Transport Bureau|4|bureau
清江市水利局|市水利局|Water Bureau|3|bureau
清江市农业农村局|市农业农村局|Agriculture Bureau|4|bureau
清江市商务局|市商务局|Commerce Bureau|3|bureau
清江市文化广电和旅游局|市文广旅局|Culture and Tourism Bureau|3|bureau
清江市卫生健康委员会|市卫生健康委|Health Commission|4|bureau
清江市应急管理局|市应急局|Emergency Bureau|3|bureau
清江市审计局|市审计局|Audit Bureau|3|bureau
清江市市场监督管理局|市市场监管局|Market Bureau|4|bureau
清江市人民政府国有资产监督管理委员会|市国资委|State Assets Commission|3|bureau
清江市统计局|市统计局|Statistics Bureau|2|bureau
清江市数据局|市数据局|Data Bureau|3|bureau
清江市档案馆|市档案馆|Municipal Archives|3|bureau
""",
    "区县": """
枫桥区|枫桥区|Fengqiao District|14|county
望湖区|望湖区|Wanghu District|14|county
石塘区|石塘区|Shitang District|14|county
云岭县|云岭县|Yunling County|14|county
白鹭县|白鹭县|Bailu County|14|county
禾丰县|禾丰县|Hefeng County|14|county
柳湾县|柳湾县|Liuwan County|14|county
南屏县|南屏县|Nanping County|14|county
清江高新技术产业开发区|清江高新区|High-tech Zone|12|zone
""",
    "企事业单位": """
清江大学|清江大学|Qingjiang University|4|campus
清江职业技术学院|清江职院|Vocational College|3|campus
清江市第一人民医院|市一院|First People's Hospital|4|company
清江市中医院|市中医院|Chinese Medicine Hospital|3|company
清江市图书馆|市图书馆|City Library|2|company
清江市博物馆|市博物馆|City Museum|2|company
清江日报社|清江日报社|Qingjiang Daily|3|company
清江市广播电视台|市广播电视台|Radio and Television|3|company
清江港务集团有限公司|清江港务集团|Port Group|4|company
清江水务集团有限公司|清江水务集团|Water Group|3|company
清江城市建设投资集团有限公司|清江城投集团|Urban Investment Group|4|company
清江公共交通集团有限公司|清江公交集团|Public Transport Group|3|company
清江能源集团有限公司|清江能源集团|Energy Group|3|company
清江农村商业银行股份有限公司|清江农商银行|Rural Commercial Bank|3|company
清江供电公司|清江供电公司|Power Supply Company|3|company
""",
}
# title | English title | 级别; the last one repeats
POSTS = {
    "chief": """
副秘书长、办公室主任|Deputy Secretary-General and Director of the General Office|正处级
办公室副主任|Deputy Director of the General Office|副处级
办公室副主任|Deputy Director of the General Office|副处级
督查室主任|Director of the Inspection Office|副处级
综合科科长|Chief of the General Affairs Section|正科级
秘书科科长|Chief of the Secretariat Section|正科级
文电科科长|Chief of the Documents Section|正科级
会务科科长|Chief of the Conference Section|正科级
总值班室主任|Director of the Duty Office|正科级
""",
    "bureau": """
办公室主任|Director of the Office|正科级
办公室副主任|Deputy Director of the Office|副科级
机关党委办公室主任|Director of the Party Affairs Office|正科级
督查科科长|Chief of the Inspection Section|正科级
办公室副主任（兼保密员）|Deputy Director of the Office (Confidentiality)|副科级
""",
    "county": """
{c}委常委、办公室主任|Director, {e} Party Committee Office|副处级
{c}政府办公室主任|Director, General Office of the {e} Government|正科级
{c}人大常委会办公室主任|Director, General Office of the {e} Congress|正科级
{c}政协办公室主任|Director, General Office of the {e} CPPCC|正科级
{c}委办公室副主任|Deputy Director, General Office of the {e} Party Committee|副科级
{c}政府办公室副主任|Deputy Director, General Office of the {e} Government|副科级
{c}纪委监委办公室主任|Director of the Office, {e} Discipline Inspection Commission|副科级
{c}委组织部办公室主任|Director of the Office, {e} Organisation Department|副科级
{t}党政办公室主任|Director, {p} Party and Government Office|副科级
""",
    "zone": """
党工委办公室主任|Director of the Working Committee Office|副处级
管委会办公室主任|Director of the Administrative Office|正科级
党工委办公室副主任|Deputy Director of the Working Committee Office|副科级
管委会办公室副主任|Deputy Director of the Administrative Office|副科级
经济发展局办公室主任|Director of the Office, Economic Development Bureau|副科级
投资促进局办公室主任|Director of the Office, Investment Promotion Bureau|副科级
{t}党政办公室主任|Director, {p} Party and Government Office|副科级
""",
    "campus": """
党政办公室主任|Director of the President's Office|正处级
党政办公室副主任|Deputy Director of the President's Office|副处级
研究生院办公室主任|Director of the Graduate School Office|正科级
后勤处办公室主任|Director of the Logistics Office|正科级
""",
    "company": """
办公室主任|Director of the Office|正科级
办公室副主任|Deputy Director of the Office|副科级
党群办公室主任|Director of the Party and Staff Office|正科级
安全生产办公室主任|Director of the Safety Office|正科级
""",
}
TOWNS = """
青石镇Qingshi 柳林镇Liulin 杏花街道Xinghua 古渡镇Gudu 桑园镇Sangyuan 文昌街道Wenchang
鹤鸣镇Heming 南塘街道Nantang 松岗镇Songgang 龙泉街道Longquan 白沙镇Baisha 东湖街道Donghu
银杏镇Yinxing 梅溪镇Meixi 石门镇Shimen 永安街道Yong'an 双河镇Shuanghe 竹园镇Zhuyuan
云台镇Yuntai 茶亭镇Chating 高坪镇Gaoping 雾溪乡Wuxi 枫岭镇Fengling 落星乡Luoxing
白鹭洲镇Bailuzhou 芦荡镇Ludang 沙洲镇Shazhou 渔港镇Yugang 三汊镇Sancha 月亮湾乡Yueliangwan
禾田镇Hetian 稻香镇Daoxiang 丰乐镇Fengle 仓前镇Cangqian 水车镇Shuiche 五谷乡Wugu
柳湾镇Liuwan 荷塘镇Hetang 清水镇Qingshui 长桥镇Changqiao 藕池镇Ouchi 桃源乡Taoyuan
南屏镇Nanping 钟山镇Zhongshan 飞瀑乡Feipu 天池镇Tianchi 古樟镇Guzhang 回龙镇Huilong
创新街道Chuangxin 科苑街道Keyuan 银湖街道Yinhu 软件园街道Ruanjianyuan 朝阳街道Chaoyang
星海街道Xinghai
"""

# --- the people whom the story is about 有故事的人 ------------------------------------------
LEADERS = """
L01|沈怀川|Shen Huaichuan|男|市委|市委书记|Party Secretary|正厅级|2023-04|
L02|陆文澜|Lu Wenlan|女|市政府|市委副书记、市长|Mayor|正厅级|2024-01|
L03|程秉衡|Cheng Bingheng|男|市人大常委会|市人大常委会主任|Chair, Congress|正厅级|2022-01|
L04|韩景春|Han Jingchun|男|市政协|市政协主席|Chair, CPPCC|正厅级|2022-01|
L05|方知远|Fang Zhiyuan|男|市委|市委副书记|Deputy Party Secretary|副厅级|2023-09|
L06|贺云舟|He Yunzhou|男|市委|市委常委、秘书长|Secretary-General|副厅级|2021-11|主持人
L07|苏玉衡|Su Yuheng|女|市政府|市委常委、常务副市长|Executive Deputy Mayor|副厅级|2022-03|
L08|邹国梁|Zou Guoliang|男|市人大常委会|市人大常委会副主任|Vice Chair, Congress|副厅级|2022-01|
L09|欧阳牧之|Ouyang Muzhi|男|市政协|市政协副主席|Vice Chair, CPPCC|副厅级|2022-01|
"""
# short unit, which of its people (1 = first) | name | English name | gender | own reading
NAMED = """
市委办公室 2|上官云岫|Shangguan Yunxiu|女|
市政府办公室 3|欧阳建中|Ouyang Jianzhong|男|
市人大办 2|司马青山|Sima Qingshan|男|
市政协办 4|周𬀩|Zhou Wei|男|zhōu wěi
市纪委监委 1|单立人|Shan Liren|男|shàn lì rén
市委组织部 2|徐䶮|Xu Yan|男|xú yǎn
市委宣传部 3|巴特尔|Bate'er|男|
市委统战部 1|阿依古丽·买买提|Ayguli Mamat|女|ā yī gǔ lì mǎi mǎi tí
市发展改革委 4|陈静|Chen Jing|女|
市教育局 4|诸葛明月|Zhuge Mingyue|女|
市科技局 2|林㛃|Lin Jie|女|lín jié
市财政局 1|郭书堃|Guo Shukun|男|
市财政局 2|仇万里|Qiu Wanli|男|qiú wàn lǐ
市人社局 4|娜仁高娃|Narangowa|女|
市资规局 3|曾繁星|Zeng Fanxing|男|zēng fán xīng
市卫生健康委 3|努尔兰·赛力克|Nurlan Serik|男|nǔ ěr lán sài lì kè
市数据局 1|罗𫘝|Luo Jue|男|luó jué
枫桥区 3|尉迟松|Yuchi Song|男|yù chí sōng
望湖区 6|次仁旺堆|Tsering Wangdu|男|
云岭县 5|陈静|Chen Jing|女|
白鹭县 2|解放鸣|Xie Fangming|男|xiè fàng míng
柳湾县 9|迪丽努尔·艾合买提|Dilnur Ehmet|女|dí lì nǔ ěr ài hé mǎi tí
南屏县 4|朴恩秀|Piao Enxiu|女|
清江大学 1|慕容清和|Murong Qinghe|男|
清江港务集团 1|区海生|Ou Haisheng|男|ōu hǎi shēng
清江能源集团 3|查明礼|Zha Mingli|男|zhā míng lǐ
"""
EXTRA = """
G01|英格丽·林斯塔德|Ingrid Linstad|女|前区|林斯港市政厅|市长办公室主任|Chief of Staff to the Mayor
T01|顾言蹊|Gu Yanxi|女|前区|市委外办|翻译科科长|Chief Interpreter
R01|黎小满|Li Xiaoman|女|会场|市委办公室|综合科科员|Officer, General Affairs Section
"""
SPEAKERS = ("市发展改革委 1", "枫桥区 1", "云岭县 2", "清江大学 1", "清江港务集团 1")
WHEELCHAIRS = ("市民政局 2", "清江职院 2")
ABSENT = {
    "市公安局 1": "因公出差",
    "市水利局 1": "防汛值班",
    "望湖区 2": "病假",
    "清江农商银行 1": "因公出差",
    "市审计局 2": "产假",
    "石塘区 10": "病假",
    "禾丰县 7": "因公出差",
}
SUBSTITUTES = ("市公安局 1", "市水利局 1", "望湖区 2", "清江农商银行 1")

# --- 会务安排：签到台、乘车、住宿、用餐、表彰、联系电话 ---------------------------------------
# Who lodges comes the evening before: buses, twin rooms and meals are for the five counties.
DESKS = {"市直机关": "1号台", "区县": "2号台", "企事业单位": "3号台"}
COUNTIES = {
    "云岭县": ("1号车", 5), "白鹭县": ("1号车", 6), "禾丰县": ("2号车", 7),
    "柳湾县": ("2号车", 8), "南屏县": ("3号车", 9),
}  # fmt: skip
MEALS = "9日晚餐；10日午餐"
GUESTS = {"G01": ("来宾专车", "1601"), "T01": ("来宾专车", "1602")}
AWARDS = {
    "办公室综合工作先进单位": "市发展改革委 市公安局 枫桥区 白鹭县 清江大学 清江港务集团",
    "信息工作先进单位": "市委政法委 市财政局 望湖区 南屏县 清江日报社",
}

HEADINGS = {
    "编号": 8,
    "姓名": 17,
    "性别": 6,
    "单位": 36,
    "职务": 34,
    "级别": 8,
    "任职时间": 11,
    "组别": 9,
    "身份": 9,
    "标签": 10,
    "请假": 6,
    "代会": 8,
    "翻译对象": 9,
    "拼音": 24,
    "英文名": 20,
    "英文职务": 52,
    "电话": 14,
    "签到组": 9,
    "车号": 10,
    "住宿房间": 10,
    "用餐": 20,
    "奖项": 24,
    "备注": 24,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the sheet of units, with how its people are made."""

    name: str
    short: str
    category: str
    name_en: str
    count: int
    posts: str


Row = dict[str, str | dt.date]


def table(text: str) -> list[list[str]]:
    """Return the lines of a table, split at the bars."""
    return [line.split("|") for line in text.strip().splitlines()]


def spelt(text: str) -> list[tuple[str, str]]:
    """Split words such as ``王Wang`` into characters and spelling."""
    return [m.groups() for m in re.finditer(r"([^\sA-Za-z']+)([A-Za-z']+)", text)]  # type: ignore[misc]


def all_units() -> list[Unit]:
    """Return the units in their order."""
    return [
        Unit(name, short, category, name_en, int(count), posts)
        for category, text in UNITS.items()
        for name, short, name_en, count, posts in table(text)
    ]


class Namer:
    """Draws names that do not repeat, in lifelike proportions."""

    def __init__(self, seed: int, taken: set[str]) -> None:
        self._random = random.Random(seed).random
        self._taken = taken
        self._given: Counter[str] = Counter()
        self._surnames = spelt(SURNAMES)
        tail = len(self._surnames) - len(WEIGHTS)
        self._weights = [*WEIGHTS, *(10 - 8 * n / tail for n in range(tail))]

    def chance(self, share: float) -> bool:
        """Return ``True`` in that share of the cases."""
        return self._random() < share

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        return low + int(self._random() * (high - low + 1))

    def _surname(self) -> tuple[str, str]:
        left = self._random() * sum(self._weights)
        for surname, weight in zip(self._surnames, self._weights, strict=True):
            left -= weight
            if left < 0:
                return surname
        return self._surnames[-1]

    def name(self, gender: str) -> tuple[str, str]:
        """Return a new name and its spelling."""
        given = spelt(FEMALE if gender == "女" else MALE)
        while True:
            surname, first = self._surname()
            chosen, spelling = given[self.whole(0, len(given) - 1)]
            worn = self._given[chosen] >= 2 or surname in chosen
            if surname + chosen not in self._taken and not worn:
                self._taken.add(surname + chosen)
                self._given[chosen] += 1
                return surname + chosen, f"{first} {spelling}"


def posts_of(unit: Unit, towns: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield title, English title and rank for every person whom a unit sends."""
    lines = table(POSTS[unit.posts]) if unit.posts else []
    for number in range(unit.count):
        title, english, rank = lines[min(number, len(lines) - 1)]
        town, place = next(towns) if "{t}" in title else ("", "")
        words = {"c": unit.short[-1], "e": unit.name_en.split()[-1], "t": town, "p": place}
        yield title.format(**words), english.format(**words), rank


def people() -> list[Row]:
    """Return the whole roster, in the order of the sheet."""
    units = all_units()
    full = {unit.short: unit.name for unit in units}
    named = {line[0]: line[1:] for line in table(NAMED)}
    fixed = [*table(LEADERS), *table(EXTRA), *(["", *rest] for rest in named.values())]
    namer = Namer(SEED, {line[1] for line in fixed})
    towns = iter(spelt(TOWNS))
    rows: list[Row] = []
    for key, name, english, gender, unit, title, title_en, rank, since, role in table(LEADERS):
        row = new_row(key, name, gender, full[unit], title, rank, "主席台", english, title_en)
        row["任职时间"] = dt.date.fromisoformat(since + "-01")
        row["身份"] = role
        rows.append(row)
    for key, name, english, gender, group, short, title, title_en in table(EXTRA):
        row = new_row(key, name, gender, full[short], title, "", group, english, title_en)
        row["标签"] = "来宾" if key == "G01" else ""
        row["身份"] = {"T01": "翻译", "R01": "记录"}.get(key, "")
        row["翻译对象"] = "G01" if key == "T01" else ""
        rows.append(row)
    serial = 0
    for one in units:
        for number, (title, title_en, rank) in enumerate(posts_of(one, towns), start=1):
            spot = f"{one.short} {number}"
            serial += 1
            gender = "女" if namer.chance(0.34) else "男"
            if spot in named:
                name, english, gender, reading = named[spot]
            else:
                (name, english), reading = namer.name(gender), ""
            key = f"A{serial:03d}"
            leader = one.posts == "county" and number == 1
            group = "前区" if leader or spot in SPEAKERS else "会场"
            row = new_row(key, name, gender, one.name, title, rank, group, english, title_en)
            row["任职时间"] = dt.date(namer.whole(2015, 2026), namer.whole(1, 8), 1)
            row["拼音"] = reading
            row["身份"] = "发言人" if spot in SPEAKERS else ""
            row["标签"] = "轮椅" if spot in WHEELCHAIRS else ""
            if spot in ABSENT:
                row["请假"], row["备注"] = "是", ABSENT[spot]
            rows.append(row)
            if spot in SUBSTITUTES:
                serial += 1
                gender = "女" if namer.chance(0.5) else "男"
                name, english = namer.name(gender)
                rows.append(
                    new_row(f"A{serial:03d}", name, gender, one.name, "综合科副科长", "副科级",
                            "会场", english, "Deputy Chief of the General Affairs Section")
                    | {"代会": key, "备注": f"代{row['姓名']}参会"}
                )  # fmt: skip
    arrange(rows, units)
    return rows


def arrange(rows: list[Row], units: list[Unit]) -> None:
    """Fill in desks, cars, rooms, meals, awards and a telephone number for every unit."""
    by_name = {unit.name: unit for unit in units}
    awards = {short: award for award, words in AWARDS.items() for short in words.split()}
    beds: dict[tuple[str, str], int] = Counter()
    rooms: Counter[str] = Counter()
    room: dict[tuple[str, str], str] = {}
    called: set[str] = set()
    for row in rows:
        unit = by_name[str(row["单位"])]
        key = str(row["编号"])
        row["签到组"] = DESKS.get(unit.category, "贵宾室") if key != "T01" else "贵宾室"
        if key in GUESTS:
            row["车号"], row["住宿房间"] = GUESTS[key]
            row["用餐"] = MEALS
        if row["请假"]:
            continue
        if unit.short in awards:
            row["奖项"] = awards.pop(unit.short)
        if unit.count and unit.short not in called and key[0] == "A":
            called.add(unit.short)
            row["电话"] = f"0000-862{len(called):02d}26"
        if unit.short not in COUNTIES:
            continue
        row["车号"], floor = COUNTIES[unit.short]
        row["用餐"] = MEALS
        bed = (unit.short, str(row["性别"]))
        if beds[bed] % 2 == 0:
            rooms[unit.short] += 1
            room[bed] = f"{floor}{rooms[unit.short]:02d}"
        beds[bed] += 1
        row["住宿房间"] = room[bed]


def new_row(
    key: str,
    name: str,
    gender: str,
    unit: str,
    title: str,
    rank: str,
    group: str,
    name_en: str,
    title_en: str,
) -> Row:
    """Return a line of the roster with what everybody has."""
    row: Row = dict.fromkeys(HEADINGS, "")
    row |= {"编号": key, "姓名": name, "性别": gender, "单位": unit, "职务": title}
    row |= {"级别": rank, "组别": group, "英文名": name_en, "英文职务": title_en}
    return row


# --- the workbook 工作簿 --------------------------------------------------------------------
LINE = Side(style="thin", color="BFBFBF")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
CENTRE = Alignment(horizontal="center", vertical="center")
LEFT = Alignment(horizontal="left", vertical="center")
GUIDE = (
    ("填表说明", ""),
    ("编号", "每人一个，不重复；排座方案、席卡、换位记录均以编号为准。"),
    ("姓名", "照身份证书写；少数民族姓名用间隔号“·”。"),
    ("单位", "必须与“单位”表中的全称一致；单位先后以该表“序号”为准。"),
    ("级别", "正厅级、副厅级、正处级、副处级、正科级、副科级。"),
    ("组别", "主席台、前区（第一排，不随单位就座）、会场。"),
    ("身份", "主持人、发言人、翻译、记录；其余不填。"),
    ("请假", "请假填“是”，备注写明事由；代会人另起一行，“代会”填被代者编号。"),
    ("拼音", "只在多音字、生僻字或习惯读音不同于字典时填写。"),
    ("签到组", "在哪个签到台签到；车号、住宿房间、用餐、奖项有则填，用餐几次用分号隔开。"),
    ("声明", "本名册中的姓名、单位、职务均为虚构，如有雷同，纯属巧合。"),
)


def write_sheet(
    sheet: Worksheet, widths: dict[str, int], rows: list[Row], left: set[str], freeze: str
) -> None:
    """Write headings and lines, ready to be read on screen and printed."""
    for column, (heading, width) in enumerate(widths.items(), start=1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(name="黑体", size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="8B1A1A")
        cell.alignment, cell.border = CENTRE, BOX
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 24
    for number, row in enumerate(rows, start=2):
        shade = "E7E6E6" if row.get("请假") else "FFF4D6" if row.get("代会") else ""
        for column, heading in enumerate(widths, start=1):
            value = row[heading]
            cell = sheet.cell(number, column, value if value != "" else None)
            cell.font = Font(name="宋体", size=11)
            cell.alignment, cell.border = (LEFT if heading in left else CENTRE), BOX
            if isinstance(value, dt.date):
                cell.number_format = 'yyyy"年"m"月"'
            if shade:
                cell.fill = PatternFill("solid", start_color=shade)
    sheet.freeze_panes = freeze
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def offer(sheet: Worksheet, heading: str, words: str) -> None:
    """Offer the accepted words of a column as a list in Excel."""
    letter = get_column_letter(list(HEADINGS).index(heading) + 1)
    choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    choice.add(f"{letter}2:{letter}{sheet.max_row + 100}")
    sheet.add_data_validation(choice)


def workbook() -> Workbook:
    """Return the workbook: 人员, 单位, 填表说明."""
    book = Workbook()
    book.properties.creator = "中共清江市委办公室会务科（虚构）"
    book.properties.title = "全市办公室工作会议参会人员名册"
    book.properties.created = WRITTEN
    sheet = book.active
    sheet.title = "人员"
    write_sheet(
        sheet, HEADINGS, people(), {"单位", "职务", "拼音", "英文名", "英文职务", "备注"}, "C2"
    )
    offer(sheet, "性别", "男,女")
    offer(sheet, "级别", "正厅级,副厅级,正处级,副处级,正科级,副科级")
    offer(sheet, "组别", "主席台,前区,会场")
    offer(sheet, "请假", "是,否")
    widths = {"序号": 6, "单位": 40, "简称": 18, "类别": 12, "英文名": 30}
    lines: list[Row] = [
        {"序号": str(n), "单位": u.name, "简称": u.short, "类别": u.category, "英文名": u.name_en}
        for n, u in enumerate(all_units(), start=1)
    ]
    units = book.create_sheet("单位")
    write_sheet(units, widths, lines, {"单位", "英文名"}, "A2")
    for row in range(2, units.max_row + 1):
        units.cell(row, 1).value = row - 1
    guide = book.create_sheet("填表说明")
    for number, (left, right) in enumerate(GUIDE, start=1):
        guide.cell(number, 1, left).font = Font(name="黑体", size=14 if number == 1 else 11)
        guide.cell(number, 2, right or None).font = Font(name="宋体", size=11)
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 12, 80
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
            canonical = ElementTree.canonicalize(xml)
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            part = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            part.create_system, part.external_attr = 0, 0
            target.writestr(part, (head + canonical).encode("utf-8"))
    return fixed.getvalue()


def main() -> None:
    """Write the workbook beside this file, or where the first argument says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "roster.xlsx"
    target.write_bytes(frozen(workbook()))
    present = [row for row in people() if not row["请假"]]
    print(f"{target.name}: {len(people())} 人, {len(present)} 人到会, {len(all_units())} 个单位")


if __name__ == "__main__":
    main()
