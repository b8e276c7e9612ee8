<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CardPainter</name>
    <message numerus="yes">
        <source>%n more columns</source>
        <translation>
            <numerusform>另有 %n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>no traffic yet</source>
        <translation>暂无流量</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>%1 at most %2 at %3</source>
        <translation>%1最高 %2，出现在 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 at %4</source>
        <translation>%1：从 %2 到 %3（%4）</translation>
    </message>
    <message>
        <source>, the largest part %1 with %2</source>
        <translation>，其中最大的是 %1，为 %2</translation>
    </message>
    <message>
        <source>%1: %2 bars, the largest %3 with %4</source>
        <translation>%1：共 %2 个条形，最大的是 %3，为 %4</translation>
    </message>
    <message>
        <source>, the mean %1</source>
        <translation>，均值 %1</translation>
    </message>
    <message>
        <source>%1: %2 rows over %3 windows; the highest is %4 at %5, %6.</source>
        <translation>%1：%2 行、%3 个时间窗口；最高值 %4，出现在 %5、%6。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>%1 y %2 mo</source>
        <translation>%1 年 %2 个月</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
</context>
<context>
    <name>CopyTables</name>
    <message>
        <source>copied columns</source>
        <translation>复制的列</translation>
    </message>
    <message>
        <source>embedded document</source>
        <translation>嵌入文档</translation>
    </message>
    <message>
        <source>precomputed aggregate</source>
        <translation>预计算聚合</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>物化视图</translation>
    </message>
    <message>
        <source>read model</source>
        <translation>读模型</translation>
    </message>
    <message>
        <source>projection of events</source>
        <translation>事件投影</translation>
    </message>
    <message>
        <source>in the transaction</source>
        <translation>在事务内</translation>
    </message>
    <message>
        <source>by a trigger</source>
        <translation>由触发器</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>CDC</source>
        <translation>CDC</translation>
    </message>
    <message>
        <source>second write</source>
        <translation>双写</translation>
    </message>
    <message>
        <source>periodic</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>fan-out on write</source>
        <translation>写扩散</translation>
    </message>
    <message>
        <source>fan-out on read</source>
        <translation>读扩散</translation>
    </message>
    <message>
        <source>fan-out of both kinds</source>
        <translation>混合扩散</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, up to %1 each</source>
        <translation>，每个至多 %1</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Bytes written</source>
        <translation>写入字节</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Oldest answer</source>
        <translation>最旧的应答</translation>
    </message>
    <message>
        <source>Write p99</source>
        <translation>写入 p99</translation>
    </message>
    <message>
        <source>Turns at</source>
        <translation>转折点</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>规范化</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>any ratio</source>
        <translation>任何比例</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>已保留：%1</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>生成耗时</translation>
    </message>
</context>
<context>
    <name>DiagramDrawing</name>
    <message>
        <source>The model has no entities yet.</source>
        <translation>模型中还没有实体。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is wrong (what to do)</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>EstimateCharts</name>
    <message>
        <source>Storage growth</source>
        <translation>存储增长</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>其他 %1 项</translation>
    </message>
    <message>
        <source>with replicas</source>
        <translation>含副本</translation>
    </message>
    <message>
        <source>Nodes by constraint</source>
        <translation>各约束所需节点数</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>binds</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>in the engine</source>
        <translation>在引擎中</translation>
    </message>
    <message>
        <source>object storage</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>infrequent access</source>
        <translation>低频访问</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>thousands</source>
        <comment>&quot;myriads&quot; where large numbers are read as 万 and 亿, else &quot;thousands&quot;</comment>
        <translation>myriads</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/秒</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>个节点</translation>
    </message>
</context>
<context>
    <name>OutlookTables</name>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>not in ten years</source>
        <translation>十年内不会</translation>
    </message>
    <message>
        <source>▲ now</source>
        <translation>▲ 现在</translation>
    </message>
    <message>
        <source>in %1 months</source>
        <translation>%1 个月后</translation>
    </message>
    <message>
        <source>in %1 years</source>
        <translation>%1 年后</translation>
    </message>
    <message>
        <source>in %1 y %2 mo</source>
        <translation>%1 年 %2 个月后</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>A million requests</source>
        <translation>每百万请求</translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation>替代方案：%1</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总量</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>The number that decides</source>
        <translation>决定性数字</translation>
    </message>
    <message>
        <source>▲ climbed</source>
        <translation>▲ 已登上</translation>
    </message>
    <message>
        <source>✕ not enough</source>
        <translation>✕ 不够</translation>
    </message>
    <message>
        <source>· not needed</source>
        <translation>· 不需要</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>索引项</translation>
    </message>
    <message>
        <source>Busy servers</source>
        <translation>繁忙服务线程</translation>
    </message>
    <message>
        <source>Why, and what would be better</source>
        <translation>原因及更好的做法</translation>
    </message>
    <message>
        <source>enforces</source>
        <translation>约束所需</translation>
    </message>
    <message>
        <source>used</source>
        <translation>有用</translation>
    </message>
    <message>
        <source>▲ redundant</source>
        <translation>▲ 冗余</translation>
    </message>
    <message>
        <source>▲ unused</source>
        <translation>▲ 未使用</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Partition key</source>
        <translation>分区键</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Cardinality</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配度</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>同分区</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source> (now)</source>
        <translation>（当前）</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>得到</translation>
    </message>
    <message>
        <source>As old as</source>
        <translation>最陈旧</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>● %1</source>
        <translation>● %1</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>变动范围</translation>
    </message>
    <message>
        <source>Storage in a year</source>
        <translation>一年后存储量</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>每月成本</translation>
    </message>
    <message>
        <source>Double-click to state it</source>
        <translation>双击以指定</translation>
    </message>
    <message>
        <source>Override it in the engine&apos;s profile</source>
        <translation>可在引擎配置中覆盖</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Assumptions by what they move</source>
        <translation>按影响排列的假设</translation>
    </message>
    <message>
        <source>Moves the answer by up to</source>
        <translation>最多使结果变动</translation>
    </message>
    <message>
        <source>storage in a year</source>
        <translation>一年后存储量</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>个节点</translation>
    </message>
    <message>
        <source>cost a month</source>
        <translation>每月成本</translation>
    </message>
    <message>
        <source>%1 full</source>
        <translation>%1已满</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>一个月内</translation>
    </message>
    <message>
        <source>Slowest p99</source>
        <translation>最慢 p99</translation>
    </message>
    <message>
        <source>slowest p99</source>
        <translation>最慢 p99</translation>
    </message>
    <message>
        <source>Not in it: %1</source>
        <translation>未计入：%1</translation>
    </message>
</context>
<context>
    <name>OwnershipTable</name>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>beside it, not in the sums: %1</source>
        <translation>另有，不计入合计：%1</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>跟随者</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Full copy</source>
        <translation>完整复制</translation>
    </message>
    <message>
        <source>What can go wrong</source>
        <translation>可能出的问题</translation>
    </message>
    <message>
        <source>no boundary</source>
        <translation>无边界</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1 read from the log</source>
        <translation>从日志读取 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>由谁提供</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Keys a call</source>
        <translation>每次调用的键</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>not served</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>could be answered by %1 as well</source>
        <translation>也可由 %1 回答</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>拥有</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Page %1 of %2 · row %3, column %4</source>
        <translation>第 %1 页，共 %2 页 · 第 %3 行，第 %4 列</translation>
    </message>
</context>
<context>
    <name>RunCharts</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>一天中的时刻</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，对照</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>解析值</translation>
    </message>
    <message>
        <source>Load per partition over time</source>
        <translation>各分区负载随时间变化</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>%1, the busiest %2 of %3</source>
        <translation>%1，%3 个中最忙的 %2 个</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Load by partition</source>
        <translation>各分区负载</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙度</translation>
    </message>
    <message>
        <source>at most %1 waiting</source>
        <translation>最多 %1 个等待</translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation>延迟随时间变化</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>analytic p99</source>
        <translation>p99 解析值</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Latency distribution</source>
        <translation>延迟分布</translation>
    </message>
    <message>
        <source>Answered within</source>
        <translation>应答时间不超过</translation>
    </message>
    <message>
        <source>Latency by percentile</source>
        <translation>各百分位延迟</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>wanted p99</source>
        <translation>目标 p99</translation>
    </message>
</context>
<context>
    <name>RunInspector</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Mean utilisation</source>
        <translation>平均利用率</translation>
    </message>
    <message>
        <source>Hottest node ●</source>
        <translation>最热节点 ●</translation>
    </message>
    <message>
        <source>Hottest node</source>
        <translation>最热节点</translation>
    </message>
    <message>
        <source>Deepest queue</source>
        <translation>最长队列</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>Hot nodes and times</source>
        <translation>热点节点与时段</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1，%2 – %3</translation>
    </message>
    <message>
        <source>Hottest keys</source>
        <translation>最热的键</translation>
    </message>
    <message>
        <source>No key stands out: the hottest takes less than %1 of the requests.</source>
        <translation>没有突出的热键：最热的键占请求不足 %1。</translation>
    </message>
    <message>
        <source>%1 in partition %2 of %3: %4</source>
        <translation>%1 位于 %3 的分区 %2：%4</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 · nodes: %2</source>
        <translation>%1 · 节点：%2</translation>
    </message>
    <message>
        <source>▲ Of an older model or other settings</source>
        <translation>▲ 来自旧模型或其他设置</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>仿真时长</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简化说明</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Its node %1 is offered %2 times what it can serve, so the queue grows (here to %3 requests).</source>
        <translation>它所在的节点 %1 承受的负载是处理能力的 %2 倍，队列因而不断增长（此处达到 %3 个请求）。</translation>
    </message>
    <message>
        <source>Its node %1 is %2 busy</source>
        <translation>它所在的节点 %1 繁忙度 %2</translation>
    </message>
    <message>
        <source>%1, and nothing waited.</source>
        <translation>%1，没有请求等待。</translation>
    </message>
    <message>
        <source>%1; at most %2 requests waited at once.</source>
        <translation>%1；最多同时有 %2 个请求等待。</translation>
    </message>
    <message>
        <source>the most popular</source>
        <translation>最热门的键</translation>
    </message>
    <message>
        <source>the most popular %1</source>
        <translation>最热门的 %1</translation>
    </message>
    <message>
        <source>no. %1 in popularity</source>
        <translation>热度第 %1 的键</translation>
    </message>
    <message>
        <source>%1, no. %2 in popularity</source>
        <translation>热度第 %2 的 %1</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>该表</translation>
    </message>
    <message>
        <source>It takes %1 of the load of %2: %3 times an average partition, which is even.</source>
        <translation>它承担 %2 负载的 %1：是平均分区的 %3 倍，属于均匀。</translation>
    </message>
    <message>
        <source>It takes %1 of the load of %2, %3 times an average partition.</source>
        <translation>它承担 %2 负载的 %1，是平均分区的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 of that is %2.</source>
        <translation>其中 %1 来自%2。</translation>
    </message>
    <message>
        <source>Over the whole run one key makes %1 of its load: %2.</source>
        <translation>在整个运行中，单个键占其负载的 %1：%2。</translation>
    </message>
    <message>
        <source>One key alone makes %1 of its load: %2.</source>
        <translation>单个键就占其负载的 %1：%2。</translation>
    </message>
    <message>
        <source>No single key stands out.</source>
        <translation>没有突出的单个热键。</translation>
    </message>
    <message>
        <source>Nothing asked for it in this moment.</source>
        <translation>这一时刻没有请求访问它。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>key: %1 %2</source>
        <translation>键：%1 %2</translation>
    </message>
    <message>
        <source>a quick look: %1 requests in %2 · seed %3</source>
        <translation>快速预览：%1 个请求，用时 %2 · 种子 %3</translation>
    </message>
    <message>
        <source>%1 requests in %2 · seed %3</source>
        <translation>%1 个请求，用时 %2 · 种子 %3</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>pattern %1 on %2</source>
        <translation>%2 上的访问模式 %1</translation>
    </message>
    <message>
        <source>%1 patterns on %2</source>
        <translation>%2 上的 %1 个访问模式</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>Unserved pattern</source>
        <translation>无法满足的访问模式</translation>
    </message>
    <message>
        <source>Unbounded query</source>
        <translation>无界查询</translation>
    </message>
    <message>
        <source>Scatter read</source>
        <translation>散射读</translation>
    </message>
    <message>
        <source>Hot key</source>
        <translation>热键</translation>
    </message>
    <message>
        <source>Hot counter</source>
        <translation>热点计数器</translation>
    </message>
    <message>
        <source>Offset paging</source>
        <translation>偏移量分页</translation>
    </message>
    <message>
        <source>P99 missed</source>
        <translation>p99 未达标</translation>
    </message>
    <message>
        <source>Overload</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>Large partition</source>
        <translation>过大的分区</translation>
    </message>
    <message>
        <source>Item too large</source>
        <translation>条目过大</translation>
    </message>
    <message>
        <source>Too many columns</source>
        <translation>列过多</translation>
    </message>
    <message>
        <source>Table too large</source>
        <translation>表过大</translation>
    </message>
    <message>
        <source>the hottest value of %1 takes %2 of the requests, %3 at the busiest minute, where the nodes that hold it can take %4; more nodes do not help, because one key stays on its own</source>
        <translation>%1 最热的值占请求的 %2，最忙的一分钟达 %3，而存放它的节点只能承受 %4；增加节点无济于事，因为单个键无法再分</translation>
    </message>
    <message>
        <source>split the key: add a random suffix to it and add the parts up when reading, or collect writes and apply them in batches</source>
        <translation>拆分该键：加随机后缀、读取时汇总；或攒批写入</translation>
    </message>
    <message>
        <source>put a cache in front of it, add replicas for it, or split the key with a suffix</source>
        <translation>为它前置缓存、增加副本，或用后缀拆分该键</translation>
    </message>
    <message>
        <source>at the busiest minute a node is asked for %1 % of what it can do, so its queue grows without end</source>
        <translation>最忙的一分钟，节点承受的负载是其能力的 %1%，队列会无限增长</translation>
    </message>
    <message>
        <source>at the busiest minute a node is asked for %1 % of what it can do, so its queue grows without end; one request of a hundred or more of %2 meets it</source>
        <translation>最忙的一分钟，节点承受的负载是其能力的 %1%，队列会无限增长；%2 有百分之一以上的请求会遇到它</translation>
    </message>
    <message>
        <source>add nodes or partitions; if one key is the cause, split it or cache it</source>
        <translation>增加节点或分区；若由单个键引起，则拆分或缓存该键</translation>
    </message>
    <message>
        <source>p99 is %1 where %2 is wanted: one request keeps a server busy for %3, and the busiest node is %4 % busy</source>
        <translation>p99 为 %1，目标为 %2：一次请求占用服务线程 %3，最忙节点的利用率为 %4%</translation>
    </message>
    <message>
        <source>read fewer rows: an index that fits the query, a smaller page, a copy with the answer ready</source>
        <translation>减少读取的行数：建立匹配该查询的索引、缩小每页、或保存现成答案的副本</translation>
    </message>
    <message>
        <source>lower the load of the busiest node: more nodes, a cache, or a key that spreads better</source>
        <translation>降低最忙节点的负载：增加节点、加缓存，或换一个分布更均匀的键</translation>
    </message>
    <message>
        <source>every row before the page is read and dropped, so page n costs n times the first, and rows inserted meanwhile shift the pages</source>
        <translation>页前的每一行都会读出再丢弃，因此第 n 页的代价是第一页的 n 倍，期间插入的行还会使分页错位</translation>
    </message>
    <message>
        <source>page by a cursor: remember the order columns of the last row and continue after them (WHERE (a, b) &lt; ($1, $2) ORDER BY a, b)</source>
        <translation>改用游标分页：记住最后一行的排序列，从其后继续（WHERE (a, b) &lt; ($1, $2) ORDER BY a, b）</translation>
    </message>
    <message>
        <source>each request asks all %1 partitions; %2 % of the requests wait for an answer among the slowest 1 % of some partition, and more partitions make it worse</source>
        <translation>每个请求都要访问全部 %1 个分区；%2% 的请求会等到某个分区最慢的 1% 应答，分区越多越糟</translation>
    </message>
    <message>
        <source>each request asks all %1 partitions: %2; %3 % of the requests wait for an answer among the slowest 1 % of some partition, and more partitions make it worse</source>
        <translation>每个请求都要访问全部 %1 个分区：%2；%3% 的请求会等到某个分区最慢的 1% 应答，分区越多越糟</translation>
    </message>
    <message>
        <source>give it a structure partitioned by a column that it compares for equality, or put that column into the query</source>
        <translation>为它建立按等值比较列分区的存储结构，或把分区列加入查询</translation>
    </message>
    <message>
        <source>its largest partition holds %1 in %2, where partitions should stay under %3: reads, repair and compaction of it are slow, and one node carries it alone</source>
        <translation>其最大的分区有 %1、占 %2，而分区应小于 %3：对它的读取、修复和压实都很慢，且由单个节点独自承担</translation>
    </message>
    <message>
        <source>add a time bucket or a number derived from a hash to the partition key</source>
        <translation>在分区键中加入时间桶，或由哈希得出的编号</translation>
    </message>
    <message>
        <source>an item can reach %1, and %2 refuses items above %3</source>
        <translation>条目可达 %1，而 %2 拒绝大于 %3 的条目</translation>
    </message>
    <message>
        <source>keep the long value in object storage and its address in the item, or split it over several items</source>
        <translation>把长值放入对象存储、条目中只存地址，或拆成多个条目</translation>
    </message>
    <message>
        <source>it has %1 columns and %2 takes %3</source>
        <translation>它有 %1 列，而 %2 最多 %3 列</translation>
    </message>
    <message>
        <source>split the table by what is read together</source>
        <translation>按一起读取的内容拆分该表</translation>
    </message>
    <message>
        <source>%1 in one table, where %2 ends at %3</source>
        <translation>单表 %1，而 %2 的上限为 %3</translation>
    </message>
    <message>
        <source>partition the table</source>
        <translation>对该表分区</translation>
    </message>
    <message>
        <source>%1; it reads %2 now</source>
        <translation>%1；目前读取 %2</translation>
    </message>
    <message>
        <source>what it reads grows with the data</source>
        <translation>读取量随数据增长</translation>
    </message>
    <message>
        <source>keep the result up to date as rows are written, or aggregate over a bounded range of time</source>
        <translation>写入时同步维护结果，或只在有界的时间范围内聚合</translation>
    </message>
    <message>
        <source>add a LIMIT with a cursor over an index that has the order, or a range that bounds the rows</source>
        <translation>在具备该顺序的索引上加 LIMIT 和游标，或加上限定行数的范围条件</translation>
    </message>
    <message>
        <source>no structure of this design can answer it</source>
        <translation>该设计中没有存储结构能回答它</translation>
    </message>
    <message>
        <source>lay it out on an engine that holds the rows, or let it tolerate a stale answer so that it can be cached</source>
        <translation>布局到保存这些行的引擎上，或允许陈旧的结果以便缓存</translation>
    </message>
    <message>
        <source>add a table or an index whose key begins with the columns it compares for equality</source>
        <translation>增加以其等值比较列开头为键的表或索引</translation>
    </message>
    <message>
        <source>a condition looks inside values of %1; keys cannot answer that, a search engine beside it can</source>
        <translation>条件要在 %1 的值内部查找；键无法回答，可在旁边配搜索引擎</translation>
    </message>
    <message>
        <source>a condition looks inside values, which no index here answers, so %1 rows of %2 may be read</source>
        <translation>条件要在值的内部查找，这里没有索引能回答，因此可能读取 %2 的 %1 行</translation>
    </message>
    <message>
        <source>all matching rows of %1 are read (%2 now) and they grow with the data</source>
        <translation>要读取 %1 的全部匹配行（目前 %2），且随数据增长</translation>
    </message>
    <message>
        <source>it writes all matching rows of %1 at once (%2 now) and they grow with the data</source>
        <translation>一次写入 %1 的全部匹配行（目前 %2），且随数据增长</translation>
    </message>
    <message>
        <source>there is no LIMIT and the result grows with %1 (%2 rows now)</source>
        <translation>没有 LIMIT，结果随 %1 增长（目前 %2 行）</translation>
    </message>
    <message>
        <source>LIMIT does not help: no structure has the order, so all matching rows of %1 are read and sorted (%2 now)</source>
        <translation>LIMIT 不起作用：没有存储结构具备该顺序，因此要读取并排序 %1 的全部匹配行（目前 %2）</translation>
    </message>
    <message>
        <source>it gives no key, so every partition of %1 is read</source>
        <translation>没有给出键，因此要读取 %1 的每个分区</translation>
    </message>
    <message>
        <source>nothing is keyed by %1, so every partition of %2 is read</source>
        <translation>没有以 %1 为键的结构，因此要读取 %2 的每个分区</translation>
    </message>
    <message>
        <source>rows of %1 cannot be found by %2: no structure has it as partition key</source>
        <translation>无法按 %2 找到 %1 的行：没有存储结构以它为分区键</translation>
    </message>
    <message>
        <source>it must see the latest write, so it goes to the engine that owns the truth</source>
        <translation>必须看到最近一次写入，因此转到保存权威数据的引擎</translation>
    </message>
    <message>
        <source>it writes nothing that is cached; it goes to the engine that owns the truth</source>
        <translation>它不写任何被缓存的内容；转到保存权威数据的引擎</translation>
    </message>
    <message>
        <source>its answer has no key to cache it under; it goes to the engine that owns the truth</source>
        <translation>其结果没有可用作缓存的键；转到保存权威数据的引擎</translation>
    </message>
    <message>
        <source>it names no entity of this design</source>
        <translation>它未涉及该设计中的实体</translation>
    </message>
    <message>
        <source>it names no table of the model</source>
        <translation>它未涉及模型中的表</translation>
    </message>
    <message>
        <source>no structure holds %1</source>
        <translation>没有存储结构保存 %1</translation>
    </message>
    <message>
        <source>%1 has no table in this design</source>
        <translation>%1 在该设计中没有表</translation>
    </message>
    <message>
        <source>%1 has no joins, and no table holds these rows together under a key that the pattern gives</source>
        <translation>%1 不支持连接，也没有表以该访问模式给出的键把这些行存放在一起</translation>
    </message>
    <message>
        <source>columns copied into %1 change, and nothing leads from the changed row to its copies</source>
        <translation>复制到 %1 的列会变化，而没有途径从变化的行找到它的副本</translation>
    </message>
    <message>
        <source>relationships would be followed to an unknown depth, one request for each step</source>
        <translation>需要沿关系追溯未知深度，每一步一次请求</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>route %1 → %2 partition</source>
        <translation>按 %1 路由 → %2 个分区</translation>
    </message>
    <message>
        <source>route %1 → %2 partitions</source>
        <translation>按 %1 路由 → %2 个分区</translation>
    </message>
    <message>
        <source>all %1 partitions: %2 is not given</source>
        <translation>全部 %1 个分区：未给出 %2</translation>
    </message>
    <message>
        <source>%1 → %2 rows in order, in %3 buckets of each key</source>
        <translation>%1 → 有序 %2 行，每个键 %3 个桶</translation>
    </message>
    <message>
        <source>%1 → %2 rows in order</source>
        <translation>%1 → 有序 %2 行</translation>
    </message>
    <message>
        <source>%1 → %2 row in order</source>
        <translation>%1 → 有序 %2 行</translation>
    </message>
    <message>
        <source>%1 → %2 rows</source>
        <translation>%1 → %2 行</translation>
    </message>
    <message>
        <source>%1 → %2 row</source>
        <translation>%1 → %2 行</translation>
    </message>
    <message>
        <source>%1 → %2 entries in order</source>
        <translation>%1 → 有序 %2 个索引项</translation>
    </message>
    <message>
        <source>%1 → %2 entries</source>
        <translation>%1 → %2 个索引项</translation>
    </message>
    <message>
        <source>%1 → %2 entry</source>
        <translation>%1 → %2 个索引项</translation>
    </message>
    <message>
        <source>%1, without fetching rows</source>
        <translation>%1，不回表</translation>
    </message>
    <message>
        <source>%1 once, for all repeats</source>
        <translation>%1，一次供全部重复使用</translation>
    </message>
    <message>
        <source>fetch %1 of %2 by key</source>
        <translation>按键取 %2 的 %1</translation>
    </message>
    <message>
        <source>fetch %1 of %2</source>
        <translation>取 %2 的 %1</translation>
    </message>
    <message>
        <source>look up %1 in the cache</source>
        <translation>在缓存中查找 %1</translation>
    </message>
    <message>
        <source>drop %1 from the cache</source>
        <translation>从缓存中删除 %1</translation>
    </message>
    <message>
        <source>look whether the row is there (%1)</source>
        <translation>检查该行是否存在（%1）</translation>
    </message>
    <message>
        <source>insert %1 row into %2</source>
        <translation>向 %2 插入 %1 行</translation>
    </message>
    <message>
        <source>insert %1 rows into %2</source>
        <translation>向 %2 插入 %1 行</translation>
    </message>
    <message>
        <source>insert %1 row into %2 and its %3 index</source>
        <translation>向 %2 及其 %3 个索引插入 %1 行</translation>
    </message>
    <message>
        <source>insert %1 row into %2 and its %3 indexes</source>
        <translation>向 %2 及其 %3 个索引插入 %1 行</translation>
    </message>
    <message>
        <source>insert %1 rows into %2 and its %3 index</source>
        <translation>向 %2 及其 %3 个索引插入 %1 行</translation>
    </message>
    <message>
        <source>insert %1 rows into %2 and its %3 indexes</source>
        <translation>向 %2 及其 %3 个索引插入 %1 行</translation>
    </message>
    <message>
        <source>move %1 row in %2: a key column changes, so the old row is deleted and a new one inserted</source>
        <translation>在 %2 中移动 %1 行：键列变化，因此删除旧行并插入新行</translation>
    </message>
    <message>
        <source>put %1 entry of %2</source>
        <translation>写入 %2 的 %1 个索引项</translation>
    </message>
    <message>
        <source>put %1 entries of %2</source>
        <translation>写入 %2 的 %1 个索引项</translation>
    </message>
    <message>
        <source>put %1 item in %2</source>
        <translation>向 %2 写入 %1 个条目</translation>
    </message>
    <message>
        <source>put %1 items in %2</source>
        <translation>向 %2 写入 %1 个条目</translation>
    </message>
    <message>
        <source>update %1 entry of %2: its key changes, so the old one is deleted and a new one put</source>
        <translation>更新 %2 的 %1 个索引项：其键变化，因此删除旧项并写入新项</translation>
    </message>
    <message>
        <source>update %1 entry of %2</source>
        <translation>更新 %2 的 %1 个索引项</translation>
    </message>
    <message>
        <source>update %1 item in %2</source>
        <translation>更新 %2 的 %1 个条目</translation>
    </message>
    <message>
        <source>update %1 items in %2</source>
        <translation>更新 %2 的 %1 个条目</translation>
    </message>
    <message>
        <source>write %1 new row version beside the old; no indexed column changes</source>
        <translation>在旧版本旁写入 %1 个新行版本；索引列未变</translation>
    </message>
    <message>
        <source>write %1 new row version; an indexed column changes, so all %2 indexes get an entry</source>
        <translation>写入 %1 个新行版本；索引列变化，因此全部 %2 个索引各增一项</translation>
    </message>
    <message>
        <source>write %1 row in %2</source>
        <translation>在 %2 写入 %1 行</translation>
    </message>
    <message>
        <source>write %1 rows in %2</source>
        <translation>在 %2 写入 %1 行</translation>
    </message>
    <message>
        <source>add to %1 counter row in %2</source>
        <translation>累加 %2 中的 %1 个计数行</translation>
    </message>
    <message>
        <source>mark %1 row of %2 dead</source>
        <translation>将 %2 的 %1 行标记为已删除</translation>
    </message>
    <message>
        <source>mark %1 rows of %2 dead</source>
        <translation>将 %2 的 %1 行标记为已删除</translation>
    </message>
    <message>
        <source>sort %1 rows in the application</source>
        <translation>在应用中对 %1 行排序</translation>
    </message>
    <message>
        <source>sort %1 rows</source>
        <translation>对 %1 行排序</translation>
    </message>
    <message>
        <source>keep %1 rows</source>
        <translation>保留 %1 行</translation>
    </message>
    <message>
        <source>read %1 rows of %2</source>
        <translation>读取 %2 的 %1 行</translation>
    </message>
    <message>
        <source>read all %1 rows of %2 in every partition</source>
        <translation>在每个分区读取 %2 的全部 %1 行</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 个索引项</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>指定值</translation>
    </message>
    <message>
        <source>get</source>
        <translation>单读</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>聚合</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>upsert</source>
        <translation>写入或更新</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>累加</translation>
    </message>
    <message>
        <source>eventual</source>
        <translation>最终一致</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强一致</translation>
    </message>
    <message>
        <source>read-your-writes</source>
        <translation>读己之写</translation>
    </message>
    <message>
        <source>E-commerce with a flash sale</source>
        <translation>电商秒杀</translation>
    </message>
    <message>
        <source>A shop whose noon sale multiplies the traffic by twenty and sends most of it to a handful of products.</source>
        <translation>一家网店：正午的秒杀使流量增至二十倍，且大部分涌向少数几件商品。</translation>
    </message>
    <message>
        <source>inventory hot keys</source>
        <translation>库存热键</translation>
    </message>
    <message>
        <source>spikes</source>
        <translation>流量尖峰</translation>
    </message>
    <message>
        <source>order-time snapshots</source>
        <translation>下单时快照</translation>
    </message>
    <message>
        <source>Social feed</source>
        <translation>社交信息流</translation>
    </message>
    <message>
        <source>A Twitter-like service: posts fan out to the timelines of followers, and a few celebrities take much of the traffic.</source>
        <translation>类 Twitter 服务：帖子扇出到粉丝的时间线，少数名人占据大量流量。</translation>
    </message>
    <message>
        <source>fan-out on write</source>
        <translation>写扩散</translation>
    </message>
    <message>
        <source>celebrity keys</source>
        <translation>名人热键</translation>
    </message>
    <message>
        <source>hot counters</source>
        <translation>热点计数器</translation>
    </message>
    <message>
        <source>allocator quantum</source>
        <translation>分配器粒度</translation>
    </message>
    <message>
        <source>average rate</source>
        <translation>平均速率</translation>
    </message>
    <message>
        <source>bloom filter false</source>
        <translation>布隆过滤器误判率</translation>
    </message>
    <message>
        <source>busiest node</source>
        <translation>最忙节点</translation>
    </message>
    <message>
        <source>busy servers</source>
        <translation>繁忙的服务线程数</translation>
    </message>
    <message>
        <source>bytes before compression</source>
        <translation>压缩前字节数</translation>
    </message>
    <message>
        <source>bytes of a row in its page</source>
        <translation>行在页中的字节数</translation>
    </message>
    <message>
        <source>bytes of a row on disk</source>
        <translation>行在磁盘上的字节数</translation>
    </message>
    <message>
        <source>bytes of a row, uncompressed</source>
        <translation>未压缩的行字节数</translation>
    </message>
    <message>
        <source>bytes of all structures</source>
        <translation>全部存储结构的字节数</translation>
    </message>
    <message>
        <source>bytes of an entry</source>
        <translation>每个索引项的字节数</translation>
    </message>
    <message>
        <source>bytes of an item of %1</source>
        <translation>%1 每个条目的字节数</translation>
    </message>
    <message>
        <source>bytes of an item with its overhead</source>
        <translation>含开销的条目字节数</translation>
    </message>
    <message>
        <source>bytes of %1</source>
        <translation>%1 的字节数</translation>
    </message>
    <message>
        <source>cell flags</source>
        <translation>单元标志</translation>
    </message>
    <message>
        <source>clustering header</source>
        <translation>聚簇头</translation>
    </message>
    <message>
        <source>compaction fanout</source>
        <translation>压实扇出</translation>
    </message>
    <message>
        <source>copies written</source>
        <translation>写入的副本数</translation>
    </message>
    <message>
        <source>data in memory</source>
        <translation>内存中的数据</translation>
    </message>
    <message>
        <source>dictionary entry</source>
        <translation>字典项</translation>
    </message>
    <message>
        <source>different keys</source>
        <translation>不同的键数</translation>
    </message>
    <message>
        <source>hit ratio</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>hot part of the indexes</source>
        <translation>索引的热部分</translation>
    </message>
    <message>
        <source>hottest key of %1</source>
        <translation>%1 的最热键占比</translation>
    </message>
    <message>
        <source>index entries written</source>
        <translation>写入的索引项数</translation>
    </message>
    <message>
        <source>index entry</source>
        <translation>索引项</translation>
    </message>
    <message>
        <source>index fillfactor</source>
        <translation>索引填充率</translation>
    </message>
    <message>
        <source>index tuple header</source>
        <translation>索引元组头</translation>
    </message>
    <message>
        <source>index write</source>
        <translation>写索引</translation>
    </message>
    <message>
        <source>item index</source>
        <translation>条目索引</translation>
    </message>
    <message>
        <source>item pointer</source>
        <translation>行指针</translation>
    </message>
    <message>
        <source>items of %1</source>
        <translation>%1 的条目数</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>%1 的键数</translation>
    </message>
    <message>
        <source>long value header</source>
        <translation>长值头</translation>
    </message>
    <message>
        <source>short value header</source>
        <translation>短值头</translation>
    </message>
    <message>
        <source>max storage fill</source>
        <translation>磁盘最大填充率</translation>
    </message>
    <message>
        <source>max utilisation</source>
        <translation>最大利用率</translation>
    </message>
    <message>
        <source>mean length</source>
        <translation>平均长度</translation>
    </message>
    <message>
        <source>mean utilisation</source>
        <translation>平均利用率</translation>
    </message>
    <message>
        <source>memory of a key</source>
        <translation>每个键的内存</translation>
    </message>
    <message>
        <source>memory of %1</source>
        <translation>%1 的内存</translation>
    </message>
    <message>
        <source>memory per node</source>
        <translation>每节点内存</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>nodes for availability</source>
        <translation>可用性所需节点数</translation>
    </message>
    <message>
        <source>nodes for memory</source>
        <translation>内存所需节点数</translation>
    </message>
    <message>
        <source>nodes for reads</source>
        <translation>读取所需节点数</translation>
    </message>
    <message>
        <source>nodes for reads and writes together</source>
        <translation>读写合计所需节点数</translation>
    </message>
    <message>
        <source>nodes for storage</source>
        <translation>存储所需节点数</translation>
    </message>
    <message>
        <source>nodes for writes</source>
        <translation>写入所需节点数</translation>
    </message>
    <message>
        <source>numeric digit group</source>
        <translation>数值位组</translation>
    </message>
    <message>
        <source>numeric header</source>
        <translation>数值头</translation>
    </message>
    <message>
        <source>page header</source>
        <translation>页头</translation>
    </message>
    <message>
        <source>page memory</source>
        <translation>页内存</translation>
    </message>
    <message>
        <source>page size</source>
        <translation>页大小</translation>
    </message>
    <message>
        <source>partition end</source>
        <translation>分区尾</translation>
    </message>
    <message>
        <source>partition header</source>
        <translation>分区头</translation>
    </message>
    <message>
        <source>partition index</source>
        <translation>分区索引</translation>
    </message>
    <message>
        <source>partition read units</source>
        <translation>分区读单位</translation>
    </message>
    <message>
        <source>partition write units</source>
        <translation>分区写单位</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>partitions asked</source>
        <translation>访问的分区数</translation>
    </message>
    <message>
        <source>partitions for reads</source>
        <translation>读取所需分区数</translation>
    </message>
    <message>
        <source>partitions for writes</source>
        <translation>写入所需分区数</translation>
    </message>
    <message>
        <source>peak rate</source>
        <translation>峰值速率</translation>
    </message>
    <message>
        <source>point read</source>
        <translation>点读</translation>
    </message>
    <message>
        <source>point write</source>
        <translation>点写</translation>
    </message>
    <message>
        <source>rate at the database</source>
        <translation>到达数据库的速率</translation>
    </message>
    <message>
        <source>rate of %1</source>
        <translation>%1 的速率</translation>
    </message>
    <message>
        <source>read unit</source>
        <translation>读单位</translation>
    </message>
    <message>
        <source>read units a second</source>
        <translation>每秒读单位</translation>
    </message>
    <message>
        <source>reads of %1</source>
        <translation>%1 的读取</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>row fetch</source>
        <translation>回表取行</translation>
    </message>
    <message>
        <source>row flags</source>
        <translation>行标志</translation>
    </message>
    <message>
        <source>row read</source>
        <translation>读行</translation>
    </message>
    <message>
        <source>row timestamp</source>
        <translation>行时间戳</translation>
    </message>
    <message>
        <source>row write</source>
        <translation>写行</translation>
    </message>
    <message>
        <source>rows a day</source>
        <translation>每日行数</translation>
    </message>
    <message>
        <source>rows a day of %1</source>
        <translation>%1 的每日行数</translation>
    </message>
    <message>
        <source>rows behind one key</source>
        <translation>每个键的行数</translation>
    </message>
    <message>
        <source>rows of a page</source>
        <translation>每页行数</translation>
    </message>
    <message>
        <source>rows of one %1</source>
        <translation>一次 %1 的行数</translation>
    </message>
    <message>
        <source>rows of %1</source>
        <translation>%1 的行数</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>读取的行数</translation>
    </message>
    <message>
        <source>rows written</source>
        <translation>写入的行数</translation>
    </message>
    <message>
        <source>servers busy with reads</source>
        <translation>用于读取的服务线程</translation>
    </message>
    <message>
        <source>servers busy with strong reads</source>
        <translation>用于强一致读的服务线程</translation>
    </message>
    <message>
        <source>servers busy with writes</source>
        <translation>用于写入的服务线程</translation>
    </message>
    <message>
        <source>servers per node</source>
        <translation>每节点服务线程数</translation>
    </message>
    <message>
        <source>service time</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>shards without headroom</source>
        <translation>不留余量的分片数</translation>
    </message>
    <message>
        <source>share of nulls</source>
        <translation>空值占比</translation>
    </message>
    <message>
        <source>share of rows in it</source>
        <translation>其中行的占比</translation>
    </message>
    <message>
        <source>share of the hottest partition</source>
        <translation>最热分区占比</translation>
    </message>
    <message>
        <source>storage in a year</source>
        <translation>一年后存储量</translation>
    </message>
    <message>
        <source>storage in a year, replicated</source>
        <translation>一年后存储量（含副本）</translation>
    </message>
    <message>
        <source>storage now</source>
        <translation>当前存储量</translation>
    </message>
    <message>
        <source>storage now, replicated</source>
        <translation>当前存储量（含副本）</translation>
    </message>
    <message>
        <source>storage per node</source>
        <translation>每节点存储量</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>表 %1</translation>
    </message>
    <message>
        <source>times compaction writes a byte</source>
        <translation>压实对每字节的写入次数</translation>
    </message>
    <message>
        <source>timestamp width</source>
        <translation>时间戳宽度</translation>
    </message>
    <message>
        <source>toast chunk</source>
        <translation>TOAST 块</translation>
    </message>
    <message>
        <source>toast threshold</source>
        <translation>TOAST 阈值</translation>
    </message>
    <message>
        <source>tuple align</source>
        <translation>元组对齐</translation>
    </message>
    <message>
        <source>tuple header</source>
        <translation>元组头</translation>
    </message>
    <message>
        <source>values out of line</source>
        <translation>行外值</translation>
    </message>
    <message>
        <source>write amplification</source>
        <translation>写放大</translation>
    </message>
    <message>
        <source>write unit</source>
        <translation>写单位</translation>
    </message>
    <message>
        <source>write units a second</source>
        <translation>每秒写单位</translation>
    </message>
    <message>
        <source>writes of %1</source>
        <translation>%1 的写入</translation>
    </message>
    <message>
        <source>1 + log_fan-out(bytes of a node ÷ bytes of a flush)</source>
        <translation>1 + log_扇出(节点字节数 ÷ 每次刷盘字节数)</translation>
    </message>
    <message>
        <source>(length + value) × (1 − share of nulls)</source>
        <translation>(长度 + 值) × (1 − 空值占比)</translation>
    </message>
    <message>
        <source>(length header + mean length) × (1 − share of nulls)</source>
        <translation>(长度头 + 平均长度) × (1 − 空值占比)</translation>
    </message>
    <message>
        <source>(name + value) × (1 − share of nulls)</source>
        <translation>(名称 + 值) × (1 − 空值占比)</translation>
    </message>
    <message>
        <source>(page − header) ÷ bytes of a row, whole rows when all are alike</source>
        <translation>(页 − 页头) ÷ 行字节数；各行等长时取整</translation>
    </message>
    <message>
        <source>(rows + index entries + copies) ÷ rows × replicas</source>
        <translation>(行 + 索引项 + 副本) ÷ 行 × 副本数</translation>
    </message>
    <message>
        <source>(rows + index entries + copies) ÷ rows × replicas × compaction</source>
        <translation>(行 + 索引项 + 副本) ÷ 行 × 副本数 × 压实</translation>
    </message>
    <message>
        <source>(value) × (1 − share of nulls)</source>
        <translation>值 × (1 − 空值占比)</translation>
    </message>
    <message>
        <source>(width) × (1 − share of nulls)</source>
        <translation>宽度 × (1 − 空值占比)</translation>
    </message>
    <message>
        <source>average × the highest point of its shape</source>
        <translation>平均值 × 变化曲线的最高点</translation>
    </message>
    <message>
        <source>busy servers ÷ (nodes × servers of a node)</source>
        <translation>繁忙服务线程 ÷ (节点数 × 每节点服务线程)</translation>
    </message>
    <message>
        <source>bytes now + bytes of the rows that come in, less those that leave the engine</source>
        <translation>当前字节数 + 新增行的字节数 − 保留期外删除的部分</translation>
    </message>
    <message>
        <source>bytes × replicas</source>
        <translation>字节数 × 副本数</translation>
    </message>
    <message>
        <source>chunks of the long values with their index; one page when there are none</source>
        <translation>长值的块及其索引；没有长值时为一页</translation>
    </message>
    <message>
        <source>different values of the partition key, at most rows</source>
        <translation>分区键的不同值个数，至多为行数</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in ascending order, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键升序到达）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in ascending order, equal keys sharing an entry, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键升序到达，相同的键共用一项）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in many ascending series, equal keys sharing an entry, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键按多个升序序列到达，相同的键共用一项）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in many ascending series, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键按多个升序序列到达）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in random order, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键随机到达）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving in random order, equal keys sharing an entry, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键随机到达，相同的键共用一项）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>flags + clustering columns + timestamp + a flag and a value for each cell</source>
        <translation>标志 + 聚簇列 + 时间戳 + 每个单元的标志和值</translation>
    </message>
    <message>
        <source>hottest key + (1 − hottest key) ÷ partitions, weighted by the patterns&apos; work</source>
        <translation>最热键 + (1 − 最热键) ÷ 分区数，按访问模式的工作量加权</translation>
    </message>
    <message>
        <source>items of all entities in it</source>
        <translation>其中所有实体的条目</translation>
    </message>
    <message>
        <source>items × (bytes + index overhead)</source>
        <translation>条目数 × (字节数 + 索引开销)</translation>
    </message>
    <message>
        <source>key, its entry in the dictionary and the value, each rounded to a size of the allocator</source>
        <translation>键、字典项和值，各按分配器的尺寸取整</translation>
    </message>
    <message>
        <source>keys × memory of a key × fragmentation</source>
        <translation>键数 × 每个键的内存 × 碎片率</translation>
    </message>
    <message>
        <source>length + value</source>
        <translation>长度 + 值</translation>
    </message>
    <message>
        <source>length header + mean length</source>
        <translation>长度头 + 平均长度</translation>
    </message>
    <message>
        <source>name + value</source>
        <translation>名称 + 值</translation>
    </message>
    <message>
        <source>names and values of its attributes</source>
        <translation>各属性的名称和值</translation>
    </message>
    <message>
        <source>nodes × %1 tokens of each</source>
        <translation>节点数 × 每节点 %1 个令牌</translation>
    </message>
    <message>
        <source>nodes ÷ replicas: a shard for each group of replicas</source>
        <translation>节点数 ÷ 副本数：每组副本一个分片</translation>
    </message>
    <message>
        <source>one a node</source>
        <translation>每节点一个</translation>
    </message>
    <message>
        <source>one point access + its rows × time of a row</source>
        <translation>一次点访问 + 行数 × 每行时间</translation>
    </message>
    <message>
        <source>one point access + its rows × time of a row, at each of %1 partitions at the same time</source>
        <translation>一次点访问 + 行数 × 每行时间，同时在 %1 个分区进行</translation>
    </message>
    <message>
        <source>peak rate × (1 − hit ratio)</source>
        <translation>峰值速率 × (1 − 命中率)</translation>
    </message>
    <message>
        <source>replicas on nodes of their own</source>
        <translation>各副本位于不同节点</translation>
    </message>
    <message>
        <source>rows × bytes of a row + partitions × (header + key + end)</source>
        <translation>行数 × 行字节数 + 分区数 × (头 + 键 + 尾)</translation>
    </message>
    <message>
        <source>rows ÷ rows behind one key</source>
        <translation>行数 ÷ 每个键的行数</translation>
    </message>
    <message>
        <source>sum of the structures</source>
        <translation>各存储结构之和</translation>
    </message>
    <message>
        <source>sum of the structures, one copy</source>
        <translation>各存储结构之和（单份）</translation>
    </message>
    <message>
        <source>sum over the entities in it</source>
        <translation>其中各实体之和</translation>
    </message>
    <message>
        <source>sum over the structures</source>
        <translation>各存储结构之和</translation>
    </message>
    <message>
        <source>table + indexes</source>
        <translation>表 + 索引</translation>
    </message>
    <message>
        <source>table ÷ items</source>
        <translation>表 ÷ 条目数</translation>
    </message>
    <message>
        <source>table ÷ rows</source>
        <translation>表 ÷ 行数</translation>
    </message>
    <message>
        <source>the busiest minute of the week, all patterns together</source>
        <translation>一周中最忙的一分钟，全部访问模式合计</translation>
    </message>
    <message>
        <source>the largest of the constraints</source>
        <translation>各约束中的最大值</translation>
    </message>
    <message>
        <source>the largest of the constraints, in a power of two of shards, so that they divide evenly when they are split</source>
        <translation>各约束中的最大值，分片数取 2 的幂，以便拆分时均分</translation>
    </message>
    <message>
        <source>the most of any step</source>
        <translation>各步骤中的最大值</translation>
    </message>
    <message>
        <source>time that this share of the requests stay below: M/M/c waiting and service at each visit, the slowest of what is asked at the same time, visits added</source>
        <translation>该比例的请求不超过的时间：每次访问按 M/M/c 计等待与服务，同时发出的取最慢者，各次访问相加</translation>
    </message>
    <message>
        <source>visits one after another, at idle nodes, without a cache&apos;s help</source>
        <translation>依次访问空闲节点，不计缓存</translation>
    </message>
    <message>
        <source>Σ over the steps of the plan</source>
        <translation>Σ 执行计划的各步骤</translation>
    </message>
    <message>
        <source>Σ rate × (1 − hit ratio) of the patterns that read it</source>
        <translation>Σ 读取它的各访问模式的速率 × (1 − 命中率)</translation>
    </message>
    <message>
        <source>Σ rate × entries in secondary and primary indexes</source>
        <translation>Σ 速率 × 二级索引和主索引中的项数</translation>
    </message>
    <message>
        <source>Σ rate × partitions asked × copies × service time</source>
        <translation>Σ 速率 × 访问的分区数 × 份数 × 服务时间</translation>
    </message>
    <message>
        <source>Σ rate × partitions × copies × service time at the busiest minute</source>
        <translation>Σ 最忙一分钟的速率 × 分区数 × 份数 × 服务时间</translation>
    </message>
    <message>
        <source>Σ rate × rows in further structures</source>
        <translation>Σ 速率 × 其他存储结构中的行数</translation>
    </message>
    <message>
        <source>Σ rate × rows of a statement</source>
        <translation>Σ 速率 × 每条语句的行数</translation>
    </message>
    <message>
        <source>Σ rate × service time of all patterns ÷ servers, with the hottest keys on it</source>
        <translation>Σ 全部访问模式的速率 × 服务时间 ÷ 服务线程数，最热的键都在其上</translation>
    </message>
    <message>
        <source>Σ rate × ⌈bytes ÷ block⌉ at the busiest minute</source>
        <translation>Σ 最忙一分钟的速率 × ⌈字节数 ÷ 块⌉</translation>
    </message>
    <message>
        <source>⌈busy servers ÷ (servers of a node × how busy they may be)⌉</source>
        <translation>⌈繁忙服务线程 ÷ (每节点服务线程 × 允许的利用率)⌉</translation>
    </message>
    <message>
        <source>⌈bytes × replicas ÷ (disk of a node × how full it may be)⌉</source>
        <translation>⌈字节数 × 副本数 ÷ (节点磁盘 × 允许的填充率)⌉</translation>
    </message>
    <message>
        <source>⌈bytes ÷ (disk of a node × how full it may be)⌉ shards × replicas</source>
        <translation>⌈字节数 ÷ (节点磁盘 × 允许的填充率)⌉ 个分片 × 副本数</translation>
    </message>
    <message>
        <source>⌈bytes ÷ disk of a node⌉</source>
        <translation>⌈字节数 ÷ 节点磁盘⌉</translation>
    </message>
    <message>
        <source>⌈data ÷ (memory of a node × how full it may be)⌉ shards × replicas</source>
        <translation>⌈数据 ÷ (节点内存 × 允许的填充率)⌉ 个分片 × 副本数</translation>
    </message>
    <message>
        <source>⌈hot part of the indexes ÷ (memory of a node × share for pages)⌉</source>
        <translation>⌈索引热部分 ÷ (节点内存 × 页缓存占比)⌉</translation>
    </message>
    <message>
        <source>⌈rows ÷ rows of a page⌉ pages + %1 pages of maps</source>
        <translation>⌈行数 ÷ 每页行数⌉ 页 + %1 个映射页</translation>
    </message>
    <message>
        <source>⌈rows ÷ rows of a page⌉ pages + %1 pages of maps + values out of line</source>
        <translation>⌈行数 ÷ 每页行数⌉ 页 + %1 个映射页 + 行外值</translation>
    </message>
    <message>
        <source>⌈servers busy with reads and with writes ÷ (servers of a node × how busy they may be)⌉</source>
        <translation>⌈读写占用的服务线程 ÷ (每节点服务线程 × 允许的利用率)⌉</translation>
    </message>
    <message>
        <source>⌈servers busy with writes and strong reads ÷ (servers of a node × how busy they may be)⌉ shards × replicas</source>
        <translation>⌈写入与强一致读占用的服务线程 ÷ (每节点服务线程 × 允许的利用率)⌉ 个分片 × 副本数</translation>
    </message>
    <message>
        <source>⌈units ÷ (limit of a partition × how busy it may be)⌉</source>
        <translation>⌈单位数 ÷ (分区上限 × 允许的利用率)⌉</translation>
    </message>
    <message>
        <source>a partial index whose condition was not measured</source>
        <translation>部分索引，其条件未经测量</translation>
    </message>
    <message>
        <source>as planned from the rows, the different values and the fan-outs of the model</source>
        <translation>按模型的行数、不同值个数和扇出规划</translation>
    </message>
    <message>
        <source>as planned: %1</source>
        <translation>按执行计划：%1</translation>
    </message>
    <message>
        <source>as the design places them</source>
        <translation>按设计放置</translation>
    </message>
    <message>
        <source>as the type is encoded</source>
        <translation>按类型编码</translation>
    </message>
    <message>
        <source>characters of the attribute&apos;s name</source>
        <translation>属性名的字符数</translation>
    </message>
    <message>
        <source>documented: %1</source>
        <translation>文档：%1</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>from the fan-out of the key, at most a page</source>
        <translation>由键的扇出得出，至多一页</translation>
    </message>
    <message>
        <source>from the popularity of its keys and how they are routed</source>
        <translation>由键的热度分布及路由方式得出</translation>
    </message>
    <message>
        <source>its composition written as text</source>
        <translation>组合键写成文本</translation>
    </message>
    <message>
        <source>its rate at that minute</source>
        <translation>那一分钟的速率</translation>
    </message>
    <message>
        <source>its rate at the busiest minute, after caches</source>
        <translation>最忙一分钟的速率，已扣除缓存</translation>
    </message>
    <message>
        <source>mean length of the composed key</source>
        <translation>组合键的平均长度</translation>
    </message>
    <message>
        <source>route %1 → %2 partition; %3</source>
        <translation>按 %1 路由 → %2 个分区；%3</translation>
    </message>
    <message>
        <source>route %1 → %2 partitions; %3</source>
        <translation>按 %1 路由 → %2 个分区；%3</translation>
    </message>
    <message>
        <source>all %1 partitions: %2 is not given; %3</source>
        <translation>全部 %1 个分区：未给出 %2；%3</translation>
    </message>
    <message>
        <source>length header + numeric header + a group for each four digits of (%1)</source>
        <translation>长度头 + 数值头 + 每四位数字一组，共 (%1)</translation>
    </message>
    <message>
        <source>int64 width</source>
        <translation>int64 宽度</translation>
    </message>
    <message>
        <source>uuid width</source>
        <translation>uuid 宽度</translation>
    </message>
    <message>
        <source>planning rule: %1</source>
        <translation>规划经验：%1</translation>
    </message>
    <message>
        <source>no pattern does</source>
        <translation>没有访问模式这样做</translation>
    </message>
    <message>
        <source>stated, or taken from keys, types and fan-outs of the columns</source>
        <translation>指定值，或由列的键、类型和扇出得出</translation>
    </message>
    <message>
        <source>the engine&apos;s habit</source>
        <translation>引擎的惯例</translation>
    </message>
    <message>
        <source>there is no cache in front of it</source>
        <translation>前面没有缓存</translation>
    </message>
    <message>
        <source>the columns written as text</source>
        <translation>各列写成文本</translation>
    </message>
    <message>
        <source>the design cannot serve it</source>
        <translation>该设计无法满足它</translation>
    </message>
    <message>
        <source>no pattern writes</source>
        <translation>没有访问模式写入</translation>
    </message>
    <message>
        <source>nobody stated the length: half of the limit, at most 32 bytes</source>
        <translation>未指定长度：取上限的一半，至多 32 字节</translation>
    </message>
    <message>
        <source>no growth is stated and no pattern inserts</source>
        <translation>未指定增长，也没有访问模式插入</translation>
    </message>
    <message>
        <source>Unused index</source>
        <translation>未使用的索引</translation>
    </message>
    <message>
        <source>Redundant index</source>
        <translation>冗余的索引</translation>
    </message>
    <message>
        <source>%1; it takes %2 and %3 entries are written to it</source>
        <translation>%1；它占用 %2，每秒写入 %3 个索引项</translation>
    </message>
    <message>
        <source>drop it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>drop it, unless something outside these patterns reads through it</source>
        <translation>删除它，除非这些访问模式之外还有查询使用它</translation>
    </message>
    <message>
        <source>no pattern reads through it</source>
        <translation>没有访问模式通过它读取</translation>
    </message>
    <message>
        <source>no pattern writes its rows</source>
        <translation>没有访问模式写它的行</translation>
    </message>
    <message>
        <source>it is the primary key</source>
        <translation>它是主键</translation>
    </message>
    <message>
        <source>it keeps values unique</source>
        <translation>它保证值唯一</translation>
    </message>
    <message>
        <source>%1 begins with the same columns and answers all it does</source>
        <translation>%1 以相同的列开头，能回答它所能回答的一切</translation>
    </message>
    <message>
        <source>one node</source>
        <translation>单个节点</translation>
    </message>
    <message>
        <source>one partition</source>
        <translation>单个分区</translation>
    </message>
    <message>
        <source>bigger node</source>
        <translation>更大的节点</translation>
    </message>
    <message>
        <source>more nodes</source>
        <translation>更多节点</translation>
    </message>
    <message>
        <source>more partitions</source>
        <translation>更多分区</translation>
    </message>
    <message>
        <source>partitioned tables</source>
        <translation>分区表</translation>
    </message>
    <message>
        <source>distributed SQL</source>
        <translation>分布式 SQL</translation>
    </message>
    <message>
        <source>shards</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>one node carries it: %1</source>
        <translation>单个节点即可承载：%1</translation>
    </message>
    <message>
        <source>the node there is carries it</source>
        <translation>现有节点即可承载</translation>
    </message>
    <message>
        <source>no price sheet says which machines there are</source>
        <translation>没有价目表说明有哪些机器</translation>
    </message>
    <message>
        <source>one copy is asked for, and reads fit one node</source>
        <translation>只要求一份数据，且单个节点足以读取</translation>
    </message>
    <message>
        <source>nothing is sharded</source>
        <translation>没有分片</translation>
    </message>
    <message>
        <source>the copies carry the load</source>
        <translation>各副本足以承载负载</translation>
    </message>
    <message>
        <source>when most requests ask several shards, the application does a database&apos;s work</source>
        <translation>当多数请求要访问多个分片时，应用就在做数据库的工作</translation>
    </message>
    <message>
        <source>a leader of this size carries the writes and the data; reads can go to replicas</source>
        <translation>此规格的主节点足以承载写入和数据；读取可转到副本</translation>
    </message>
    <message>
        <source>servers busy with everything</source>
        <translation>全部占用的服务线程</translation>
    </message>
    <message>
        <source>servers busy</source>
        <translation>占用的服务线程</translation>
    </message>
    <message>
        <source>of data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>of memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>requests that ask several shards</source>
        <translation>访问多个分片的请求</translation>
    </message>
    <message>
        <source>share from which a database should do it</source>
        <translation>宜由数据库承担的占比</translation>
    </message>
    <message>
        <source>replay of %1</source>
        <translation>重放 %1</translation>
    </message>
    <message>
        <source>backfill of %1</source>
        <translation>回填 %1</translation>
    </message>
    <message>
        <source>warm-up of the cache</source>
        <translation>缓存预热</translation>
    </message>
    <message>
        <source>doubling the shards</source>
        <translation>分片翻倍</translation>
    </message>
    <message>
        <source>new replica</source>
        <translation>新增副本</translation>
    </message>
    <message>
        <source>it never catches up: rows come in faster than they are applied</source>
        <translation>永远追不上：新行的到来快于应用的速度</translation>
    </message>
    <message>
        <source>every row read and written once, beside the traffic</source>
        <translation>在承担流量的同时，每行读写一次</translation>
    </message>
    <message>
        <source>one disk writes what another reads</source>
        <translation>一块磁盘写入另一块读出的内容</translation>
    </message>
    <message>
        <source>it is the latest</source>
        <translation>即为最新</translation>
    </message>
    <message>
        <source>followers lag behind</source>
        <translation>从节点有滞后</translation>
    </message>
    <message>
        <source>there is one copy</source>
        <translation>只有一份数据</translation>
    </message>
    <message>
        <source>largest table</source>
        <translation>最大的表</translation>
    </message>
    <message>
        <source>disk operations</source>
        <translation>磁盘操作</translation>
    </message>
    <message>
        <source>different values of %1</source>
        <translation>%1 的不同值个数</translation>
    </message>
    <message>
        <source>popularity of the keys of %1</source>
        <translation>%1 的键热度分布</translation>
    </message>
    <message>
        <source>peak of %1</source>
        <translation>%1 的峰值</translation>
    </message>
    <message>
        <source>cost a month</source>
        <translation>每月成本</translation>
    </message>
    <message>
        <source>cost of a million requests</source>
        <translation>每百万请求成本</translation>
    </message>
    <message>
        <source>nobody stated it: as steady as its average</source>
        <translation>未指定：按平均值保持平稳</translation>
    </message>
    <message>
        <source>nobody stated it: all keys alike; varied to zipf(0.99)</source>
        <translation>未指定：各键相同；变动至 zipf(0.99)</translation>
    </message>
    <message>
        <source>nobody stated them: 200</source>
        <translation>未指定：取 200</translation>
    </message>
    <message>
        <source>none of its own: the table is its tree</source>
        <translation>本身不占：表就是它的树</translation>
    </message>
    <message>
        <source>bytes of the largest partition</source>
        <translation>最大分区的字节数</translation>
    </message>
    <message>
        <source>rows of the largest partition</source>
        <translation>最大分区的行数</translation>
    </message>
    <message>
        <source>most rows of one key</source>
        <translation>单个键的最多行数</translation>
    </message>
    <message>
        <source>width of the type %1</source>
        <translation>类型 %1 的宽度</translation>
    </message>
    <message>
        <source>the primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>the hidden row number</source>
        <translation>隐藏行号</translation>
    </message>
    <message>
        <source>row number</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>rows and indexes</source>
        <translation>行与索引</translation>
    </message>
    <message>
        <source>index entries</source>
        <translation>索引项</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>副本数据</translation>
    </message>
    <message>
        <source>compaction</source>
        <translation>压实</translation>
    </message>
    <message>
        <source>a stored row is changed by rewriting the whole part that it lies in; insert a new version instead and keep the latest (ReplacingMergeTree), or leave such writes to a row store</source>
        <translation>改动一行要重写它所在的整个数据部分；应改为插入新版本并只保留最新的（ReplacingMergeTree），或把这类写入留给行存储</translation>
    </message>
    <message>
        <source>keep what changes row by row in a row store and bring it here in batches, or append versions of a row</source>
        <translation>把逐行变化的数据放在行存储中再成批带到这里，或以追加版本的方式写入</translation>
    </message>
    <message>
        <source>all %1 shards: %2 is not given; %3</source>
        <translation>全部 %1 个分片：未给出 %2；%3</translation>
    </message>
    <message>
        <source>route %1 → %2 shard; %3</source>
        <translation>按 %1 路由 → %2 个分片；%3</translation>
    </message>
    <message>
        <source>route %1 → %2 shards; %3</source>
        <translation>按 %1 路由 → %2 个分片；%3</translation>
    </message>
    <message>
        <source>read %1 of %2 in %3 of %4 columns, the granules that the sort key finds by %5, kept in memory for the join</source>
        <translation>读取 %2 的 %1（%4 列中的 %3 列），排序键按 %5 找到的颗粒，留在内存中供连接使用</translation>
    </message>
    <message>
        <source>read %1 of %2 in %3 of %4 columns, all of them, kept in memory for the join</source>
        <translation>读取 %2 的 %1（%4 列中的 %3 列），全部读取，留在内存中供连接使用</translation>
    </message>
    <message>
        <source>read %1 of %2 in %3 of %4 columns, of the months asked for</source>
        <translation>读取 %2 的 %1（%4 列中的 %3 列），限于所求的月份</translation>
    </message>
    <message>
        <source>read %1 of %2 in %3 of %4 columns, the granules that the sort key finds by %5</source>
        <translation>读取 %2 的 %1（%4 列中的 %3 列），排序键按 %5 找到的颗粒</translation>
    </message>
    <message>
        <source>read %1 of %2 in %3 of %4 columns, all of them</source>
        <translation>读取 %2 的 %1（%4 列中的 %3 列），全部读取</translation>
    </message>
    <message>
        <source>append %1 to %2, in a batch with others; a merge later keeps the latest version of a key</source>
        <translation>与其他行成批向 %2 追加 %1；之后的合并只保留每个键的最新版本</translation>
    </message>
    <message>
        <source>append %1 to %2, in a batch with others</source>
        <translation>与其他行成批向 %2 追加 %1</translation>
    </message>
    <message>
        <source>Keys and foreign keys are not checked: column stores have no constraints across rows.</source>
        <translation>不检查键和外键：列存储没有跨行的约束。</translation>
    </message>
    <message>
        <source>Rows are inserted in batches, by the client or by the server (async_insert): each insert makes a part of its own, and about one a second a table is what merges keep up with.</source>
        <translation>行由客户端或服务器（async_insert）成批插入：每次插入产生一个独立的数据部分，合并大约能跟上每表每秒一个。</translation>
    </message>
    <message>
        <source>rows × bytes of a row on disk; between %1 and %2</source>
        <translation>行数 × 磁盘上每行字节数；介于 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>Σ columns, compressed, + a mark a column for each granule; between %1 and %2, as values repeat</source>
        <translation>Σ 压缩后的各列 + 每个颗粒每列一个标记；随值的重复程度介于 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>%1 lie inside their %2: every request knows the parent, and there are few of them, %3.</source>
        <translation>%1 嵌入其 %2 中：每个请求都知道父文档，且数量很少，%3。</translation>
    </message>
    <message>
        <source>%1 are documents of their own and not part of their %2: %3.</source>
        <translation>%1 是独立的文档，不属于其 %2：%3。</translation>
    </message>
    <message>
        <source>%1 asks for them otherwise</source>
        <translation>%1 以其他方式访问它们</translation>
    </message>
    <message>
        <source>their number has no end that a document could hold (state a maximum of at most %1 if there is one)</source>
        <translation>其数量没有文档能容纳的上限（如有上限请注明，最多 %1）</translation>
    </message>
    <message>
        <source>one each</source>
        <translation>各一个</translation>
    </message>
    <message>
        <source>at most %1 each</source>
        <translation>每个最多 %1 个</translation>
    </message>
    <message>
        <source>about %1 each</source>
        <translation>每个约 %1 个</translation>
    </message>
    <message>
        <source>documents × bytes of a document × what compression leaves; between %1 and %2, as fields repeat</source>
        <translation>文档数 × 每个文档字节数 × 压缩后所余；随字段重复程度介于 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>length and end (5) + for each field a type, its name and its value</source>
        <translation>长度与结尾（5）+ 每个字段的类型、名称和值</translation>
    </message>
    <message>
        <source>bytes of a document × what compression leaves</source>
        <translation>每个文档字节数 × 压缩后所余</translation>
    </message>
    <message>
        <source>type + name and its end + value with its length, as often as it is not null</source>
        <translation>类型 + 名称及其结尾 + 值及其长度，按非空的比例计</translation>
    </message>
    <message>
        <source>collection + indexes</source>
        <translation>集合 + 索引</translation>
    </message>
    <message>
        <source>Ad counters</source>
        <translation>广告计数</translation>
    </message>
    <message>
        <source>Ten billion impressions a day are appended as events, while dashboards ask for totals and every page view for an ad with its campaign.</source>
        <translation>每天一百亿次展示作为事件追加写入，仪表盘查询合计，每次页面浏览读取广告及其活动。</translation>
    </message>
    <message>
        <source>precomputed aggregates</source>
        <translation>预计算聚合</translation>
    </message>
    <message>
        <source>copied columns</source>
        <translation>复制的列</translation>
    </message>
    <message>
        <source>embedded documents</source>
        <translation>嵌入文档</translation>
    </message>
    <message>
        <source>%1: attribute %2 added</source>
        <translation>%1：已添加属性 %2</translation>
    </message>
    <message>
        <source>%1: attribute %2 removed</source>
        <translation>%1：已删除属性 %2</translation>
    </message>
    <message>
        <source>%1: attribute %2, %3</source>
        <translation>%1：属性 %2，%3</translation>
    </message>
    <message>
        <source>%1: key %2 added</source>
        <translation>%1：已添加键 %2</translation>
    </message>
    <message>
        <source>%1: key %2 removed</source>
        <translation>%1：已删除键 %2</translation>
    </message>
    <message>
        <source>%1: key %2, %3</source>
        <translation>%1：键 %2，%3</translation>
    </message>
    <message>
        <source>%1: index %2 added</source>
        <translation>%1：已添加索引 %2</translation>
    </message>
    <message>
        <source>%1: index %2 removed</source>
        <translation>%1：已删除索引 %2</translation>
    </message>
    <message>
        <source>%1: index %2, %3</source>
        <translation>%1：索引 %2，%3</translation>
    </message>
    <message>
        <source>%1: attributes reordered</source>
        <translation>%1：属性顺序已改变</translation>
    </message>
    <message>
        <source>entity %1 added</source>
        <translation>已添加实体 %1</translation>
    </message>
    <message>
        <source>entity %1 removed</source>
        <translation>已删除实体 %1</translation>
    </message>
    <message>
        <source>entity %1, %2</source>
        <translation>实体 %1，%2</translation>
    </message>
    <message>
        <source>relationship %1 added</source>
        <translation>已添加关系 %1</translation>
    </message>
    <message>
        <source>relationship %1 removed</source>
        <translation>已删除关系 %1</translation>
    </message>
    <message>
        <source>relationship %1, %2</source>
        <translation>关系 %1，%2</translation>
    </message>
    <message>
        <source>enumeration %1 added</source>
        <translation>已添加枚举 %1</translation>
    </message>
    <message>
        <source>enumeration %1 removed</source>
        <translation>已删除枚举 %1</translation>
    </message>
    <message>
        <source>enumeration %1, %2</source>
        <translation>枚举 %1，%2</translation>
    </message>
    <message>
        <source>boundary %1 added</source>
        <translation>已添加边界 %1</translation>
    </message>
    <message>
        <source>boundary %1 removed</source>
        <translation>已删除边界 %1</translation>
    </message>
    <message>
        <source>boundary %1, %2</source>
        <translation>边界 %1，%2</translation>
    </message>
    <message>
        <source>access pattern %1 added</source>
        <translation>已添加访问模式 %1</translation>
    </message>
    <message>
        <source>access pattern %1 removed</source>
        <translation>已删除访问模式 %1</translation>
    </message>
    <message>
        <source>access pattern %1, %2</source>
        <translation>访问模式 %1，%2</translation>
    </message>
    <message>
        <source>type: %1 → %2</source>
        <translation>类型：%1 → %2</translation>
    </message>
    <message>
        <source>name: %1 → %2</source>
        <translation>名称：%1 → %2</translation>
    </message>
    <message>
        <source>nullable: %1 → %2</source>
        <translation>可为空：%1 → %2</translation>
    </message>
    <message>
        <source>comment: %1 → %2</source>
        <translation>注释：%1 → %2</translation>
    </message>
    <message>
        <source>default sql: %1 → %2</source>
        <translation>默认值：%1 → %2</translation>
    </message>
    <message>
        <source>on delete: %1 → %2</source>
        <translation>删除时：%1 → %2</translation>
    </message>
    <message>
        <source>attributes: %1 → %2</source>
        <translation>属性：%1 → %2</translation>
    </message>
    <message>
        <source>labels: %1 → %2</source>
        <translation>标签：%1 → %2</translation>
    </message>
    <message>
        <source>boundary: %1 → %2</source>
        <translation>边界：%1 → %2</translation>
    </message>
    <message>
        <source>checks changed</source>
        <translation>检查约束已改变</translation>
    </message>
    <message>
        <source>native statements changed</source>
        <translation>原生语句已改变</translation>
    </message>
    <message>
        <source>%1 would have two columns %2</source>
        <translation>%1 会有两个名为 %2 的列</translation>
    </message>
    <message>
        <source>there would be two entities %1</source>
        <translation>会有两个名为 %1 的实体</translation>
    </message>
    <message>
        <source>The name of an entity is empty</source>
        <translation>实体的名称为空</translation>
    </message>
    <message>
        <source>The name of an attribute is empty</source>
        <translation>属性的名称为空</translation>
    </message>
    <message>
        <source>reads dominate</source>
        <translation>读取占绝对多数</translation>
    </message>
    <message>
        <source>mostly reads</source>
        <translation>以读取为主</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>读写均衡</translation>
    </message>
    <message>
        <source>mostly writes</source>
        <translation>以写入为主</translation>
    </message>
    <message>
        <source>writes dominate</source>
        <translation>写入占绝对多数</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>没有流量</translation>
    </message>
    <message>
        <source>cache it and add read replicas; copies and ready answers cost little to keep</source>
        <translation>使用缓存并增加只读副本；副本和预先算好的结果维护成本很低</translation>
    </message>
    <message>
        <source>denormalised read models and indexes pay; read replicas take the load off the primary</source>
        <translation>反规范化的读模型和索引值得建立；只读副本可减轻主库负载</translation>
    </message>
    <message>
        <source>partition by the key that readers and writers share, and index for both; one normalised copy will do</source>
        <translation>按读写双方共用的键分区，并为双方建立索引；一份规范化的数据即可</translation>
    </message>
    <message>
        <source>storage that appends (LSM trees, time partitions), few indexes, writes in batches</source>
        <translation>采用追加式存储（LSM 树、按时间分区），少建索引，批量写入</translation>
    </message>
    <message>
        <source>append only, to a log or a columnar store; drop and roll up by time instead of deleting rows</source>
        <translation>只追加，写入日志或列式存储；按时间丢弃和汇总，而不是逐行删除</translation>
    </message>
    <message>
        <source>it joins several entities</source>
        <translation>它连接了多个实体</translation>
    </message>
    <message>
        <source>it searches in text</source>
        <translation>它在文本中搜索</translation>
    </message>
    <message>
        <source>it searches by place</source>
        <translation>它按位置搜索</translation>
    </message>
    <message>
        <source>it follows relationships to any depth</source>
        <translation>它沿关系遍历任意深度</translation>
    </message>
    <message>
        <source>it inserts or updates, whichever is needed</source>
        <translation>它按需插入或更新</translation>
    </message>
    <message>
        <source>it is of a kind of its own</source>
        <translation>它属于特殊的种类</translation>
    </message>
    <message>
        <source>it uses several entities</source>
        <translation>它使用了多个实体</translation>
    </message>
    <message>
        <source>it leaves duplicates out (DISTINCT)</source>
        <translation>它去除重复行（DISTINCT）</translation>
    </message>
    <message>
        <source>it groups its rows</source>
        <translation>它对行进行分组</translation>
    </message>
    <message>
        <source>it skips a fixed number of rows</source>
        <translation>它跳过固定数量的行</translation>
    </message>
    <message>
        <source>it writes several rows at once</source>
        <translation>它一次写入多行</translation>
    </message>
    <message>
        <source>a condition is not on a column: %1</source>
        <translation>有一个条件不是针对列的：%1</translation>
    </message>
    <message>
        <source>a bound is written down: %1</source>
        <translation>有一个边界是固定值：%1</translation>
    </message>
    <message>
        <source>the form has no such condition: %1</source>
        <translation>表单没有这样的条件：%1</translation>
    </message>
    <message>
        <source>it sorts by an expression</source>
        <translation>它按表达式排序</translation>
    </message>
    <message>
        <source>its values are not a plain list</source>
        <translation>它的值不是简单的列表</translation>
    </message>
    <message>
        <source>it does not count up: %1</source>
        <translation>它不是累加：%1</translation>
    </message>
    <message>
        <source>it computes with what it is given: %1</source>
        <translation>它用给定的值进行计算：%1</translation>
    </message>
    <message>
        <source>it says more than the form holds</source>
        <translation>它的内容超出了表单所能表达的</translation>
    </message>
    <message>
        <source>it reads no entity</source>
        <translation>它不读取任何实体</translation>
    </message>
    <message>
        <source>Entity attribute value</source>
        <translation>实体-属性-值</translation>
    </message>
    <message>
        <source>each property of one of %1 is a row of its own: reading one reads %2 rows, a condition on two properties is a join, and types, checks and statistics of a property are lost</source>
        <translation>%1 中每一项的每个属性各占一行：读取一项要读 %2 行，对两个属性的条件需要连接，属性的类型、检查和统计信息也丢失了</translation>
    </message>
    <message>
        <source>make the properties that every row has columns, and keep the rest in one JSON column with an index on what is asked</source>
        <translation>把每行都有的属性改为列，其余放入一个 JSON 列，并为要查询的内容建索引</translation>
    </message>
    <message>
        <source>The comment “%1” is not kept</source>
        <translation>注释“%1”不会保留</translation>
    </message>
    <message>
        <source>The model keeps what stands in COMMENT ON TABLE … or COMMENT ON COLUMN …</source>
        <translation>模型会保留写在 COMMENT ON TABLE … 或 COMMENT ON COLUMN … 中的内容</translation>
    </message>
    <message>
        <source>The model keeps what stands in Note: &apos;…&apos; or [note: &apos;…&apos;]</source>
        <translation>模型会保留写在 Note: &apos;…&apos; 或 [note: &apos;…&apos;] 中的内容</translation>
    </message>
    <message>
        <source>a sample is written once, in order of time; it is not changed or deleted by itself</source>
        <translation>样本按时间顺序只写一次，不会单独修改或删除</translation>
    </message>
    <message>
        <source>series are joined by equal labels alone, and rows of other tables are not held here</source>
        <translation>序列只能按相等的标签连接，其他表的行不在这里</translation>
    </message>
    <message>
        <source>%1 has no series here: it lacks a time or a number</source>
        <translation>%1 在这里没有序列：缺少时间或数值</translation>
    </message>
    <message>
        <source>%1 is not held: a series has short labels and numbers alone</source>
        <translation>%1 不会保存：序列只有短标签和数值</translation>
    </message>
    <message>
        <source>it looks for %1, which a series does not hold</source>
        <translation>它查找 %1，而序列不保存它</translation>
    </message>
    <message>
        <source>all %1 servers: %2 is not given; %3</source>
        <translation>全部 %1 台服务器：未给出 %2；%3</translation>
    </message>
    <message>
        <source>find %1 by %2, read %3 of them</source>
        <translation>按 %2 找到 %1，读取其中 %3</translation>
    </message>
    <message>
        <source>find %1 of all, read %2 of them</source>
        <translation>找到全部 %1，读取其中 %2</translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 个序列</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>%1 sample</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>append %1, one for each number, collected with others of the same scrape</source>
        <translation>追加 %1，每个数值一个，与同一次抓取的其他样本一起写入</translation>
    </message>
    <message>
        <source>keep rows that are changed, joined or read by themselves in a row store; samples are read by labels and time</source>
        <translation>需要修改、连接或单独读取的行放在行存储中；样本按标签和时间读取</translation>
    </message>
    <message>
        <source>its labels make %1 series, and a server holds about %2 in memory: %3 alone has %4 different values</source>
        <translation>它的标签构成 %1 个序列，而一台服务器的内存约容纳 %2 个：仅 %3 就有 %4 个不同的值</translation>
    </message>
    <message>
        <source>take the label with the most values away: count by it in a log or a column store, and keep here what few values tell apart</source>
        <translation>去掉取值最多的标签：按它统计的工作交给日志或列存储，这里只保留取值较少的标签</translation>
    </message>
    <message>
        <source>Each number of a row becomes a sample of its own series, with the row&apos;s time and labels. There are no rows, keys or foreign keys.</source>
        <translation>一行中的每个数值成为各自序列的一个样本，带有该行的时间和标签。没有行、键或外键。</translation>
    </message>
    <message>
        <source>%1 is not held here: it has no number that changes over time. It stays in the engine that owns it.</source>
        <translation>%1 不保存在这里：它没有随时间变化的数值。它留在拥有它的引擎中。</translation>
    </message>
    <message>
        <source>%1 is not held here: it has no time that every row states. It stays in the engine that owns it.</source>
        <translation>%1 不保存在这里：它没有每一行都给出的时间。它留在拥有它的引擎中。</translation>
    </message>
    <message>
        <source>%1: %2 left out; a series has short labels and numbers alone.</source>
        <translation>%1：略去 %2；序列只有短标签和数值。</translation>
    </message>
    <message>
        <source>rows × bytes of a row&apos;s samples; between %1 and %2</source>
        <translation>行数 × 一行样本的字节数；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>Σ values, each a sample in a chunk; between %1 and %2, as numbers and times move</source>
        <translation>Σ 各数值，每个是块中的一个样本；随数值和时间的变化，介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>chunks + index of the blocks</source>
        <translation>块 + 各数据块的索引</translation>
    </message>
    <message>
        <source>At %1 reads a write it keeps %2 servers busy, normalised tables %3.</source>
        <translation>每次写入对应 %1 次读取时，它占用 %2 个服务线程，规范化的表占用 %3 个。</translation>
    </message>
    <message>
        <source>Without writes it keeps %1 servers busy, normalised tables %2.</source>
        <translation>没有写入时，它占用 %1 个服务线程，规范化的表占用 %2 个。</translation>
    </message>
    <message>
        <source>Reading it is no less work, so it never pays.</source>
        <translation>读取它并不省力，因此从不划算。</translation>
    </message>
    <message>
        <source>It pays at any ratio.</source>
        <translation>无论读写比是多少都划算。</translation>
    </message>
    <message>
        <source>It pays above %1 reads a write.</source>
        <translation>每次写入对应的读取超过 %1 次时划算。</translation>
    </message>
    <message>
        <source>It pays below %1 reads a write.</source>
        <translation>每次写入对应的读取少于 %1 次时划算。</translation>
    </message>
    <message>
        <source>No copy would serve it.</source>
        <translation>没有副本能为它服务。</translation>
    </message>
    <message>
        <source>At %1 reads a write normalised tables win with %2 servers busy.</source>
        <translation>每次写入对应 %1 次读取时，规范化的表胜出，占用 %2 个服务线程。</translation>
    </message>
    <message>
        <source>Without writes normalised tables win with %1 servers busy.</source>
        <translation>没有写入时，规范化的表胜出，占用 %1 个服务线程。</translation>
    </message>
    <message>
        <source>A copy would pay from %1 reads a write on.</source>
        <translation>每次写入对应的读取达到 %1 次起，保留副本才划算。</translation>
    </message>
    <message>
        <source>At %1 reads a write the %2 wins: %3 servers busy instead of %4.</source>
        <translation>每次写入对应 %1 次读取时，%2胜出：占用 %3 个服务线程，而非 %4 个。</translation>
    </message>
    <message>
        <source>Without writes the %1 wins: %2 servers busy instead of %3.</source>
        <translation>没有写入时，%1胜出：占用 %2 个服务线程，而非 %3 个。</translation>
    </message>
    <message>
        <source>Above %1 reads a write normalised tables do.</source>
        <translation>每次写入对应的读取超过 %1 次时，规范化的表胜出。</translation>
    </message>
    <message>
        <source>Below %1 reads a write normalised tables do.</source>
        <translation>每次写入对应的读取少于 %1 次时，规范化的表胜出。</translation>
    </message>
    <message>
        <source>It takes %1 more storage, and answers are up to %2 old.</source>
        <translation>它多占 %1 存储，结果最多滞后 %2。</translation>
    </message>
    <message>
        <source>It takes %1 less storage, and answers are up to %2 old.</source>
        <translation>它少占 %1 存储，结果最多滞后 %2。</translation>
    </message>
    <message>
        <source>It takes %1 more storage, and answers are as fresh as the rows.</source>
        <translation>它多占 %1 存储，结果与原行一样新。</translation>
    </message>
    <message>
        <source>It takes %1 less storage, and answers are as fresh as the rows.</source>
        <translation>它少占 %1 存储，结果与原行一样新。</translation>
    </message>
    <message>
        <source>On write: %1 rows a second, and an item of the largest takes %2.</source>
        <translation>写扩散：每秒 %1 行，粉丝最多者的一条内容需要 %2。</translation>
    </message>
    <message>
        <source>On read: %1 parents asked a second.</source>
        <translation>读扩散：每秒查询 %1 个父对象。</translation>
    </message>
    <message>
        <source>Least work within %1 is fan-out on write: %2 servers busy; on write %3, on read %4.</source>
        <translation>在 %1 之内最省力的是写扩散：占用 %2 个服务线程；写扩散 %3 个，读扩散 %4 个。</translation>
    </message>
    <message>
        <source>Least work within %1 is fan-out on read: %2 servers busy; on write %3, on read %4.</source>
        <translation>在 %1 之内最省力的是读扩散：占用 %2 个服务线程；写扩散 %3 个，读扩散 %4 个。</translation>
    </message>
    <message>
        <source>Least work within %1 is fan-out hybrid: %2 servers busy; on write %3, on read %4.</source>
        <translation>在 %1 之内最省力的是混合扩散：占用 %2 个服务线程；写扩散 %3 个，读扩散 %4 个。</translation>
    </message>
    <message>
        <source>Above %1 followers items are better read when asked: %2 % of the follower pairs.</source>
        <translation>粉丝超过 %1 时，内容宜在读取时再取：占关注关系的 %2%。</translation>
    </message>
    <message>
        <source>%1 has no table of its own: every change writes the whole document.</source>
        <translation>%1 没有自己的表：每次更改都写入整个文档。</translation>
    </message>
    <message>
        <source>What is not copied is not read either: the query does not give the link&apos;s key.</source>
        <translation>未复制的内容也不会被读取：查询没有给出关联的键。</translation>
    </message>
    <message>
        <source>%1 adds nothing to what was copied before it.</source>
        <translation>%1 不会给此前已复制的内容增加任何东西。</translation>
    </message>
    <message>
        <source>%1 changes rows that the copy cannot find: their table has no key.</source>
        <translation>%1 更改的行在副本中找不到：它们的表没有键。</translation>
    </message>
    <message>
        <source>While it is made anew, the old and the new copy take room.</source>
        <translation>重新生成期间，新旧两份副本同时占用空间。</translation>
    </message>
    <message>
        <source>embedded document</source>
        <translation>内嵌文档</translation>
    </message>
    <message>
        <source>precomputed aggregate</source>
        <translation>预计算的聚合</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>物化视图</translation>
    </message>
    <message>
        <source>read model</source>
        <translation>读模型</translation>
    </message>
    <message>
        <source>projection of events</source>
        <translation>事件投影</translation>
    </message>
    <message>
        <source>%1, in the transaction</source>
        <translation>%1（在事务内）</translation>
    </message>
    <message>
        <source>%1, by a trigger</source>
        <translation>%1（由触发器）</translation>
    </message>
    <message>
        <source>%1, through an outbox</source>
        <translation>%1（经发件箱）</translation>
    </message>
    <message>
        <source>%1, from the engine&apos;s log (CDC)</source>
        <translation>%1（来自引擎日志，CDC）</translation>
    </message>
    <message>
        <source>%1, by a second write</source>
        <translation>%1（双写）</translation>
    </message>
    <message>
        <source>%1, periodically</source>
        <translation>%1（定期）</translation>
    </message>
    <message>
        <source>%1, through an outbox, of parents with up to %2</source>
        <translation>%1（经发件箱，父对象的子行不超过 %2）</translation>
    </message>
    <message>
        <source>%1, from the engine&apos;s log (CDC), of parents with up to %2</source>
        <translation>%1（来自引擎日志，CDC，父对象的子行不超过 %2）</translation>
    </message>
    <message>
        <source>calibrated %1: %2; %3</source>
        <translation>于 %1 校准：%2；%3</translation>
    </message>
    <message>
        <source>%1, unix socket, %2 cores of %3</source>
        <translation>%1，Unix 套接字，%2 个核心（%3）</translation>
    </message>
    <message>
        <source>%1, loopback, %2 cores of %3</source>
        <translation>%1，本机回环，%2 个核心（%3）</translation>
    </message>
    <message>
        <source>%1, unix socket</source>
        <translation>%1，Unix 套接字</translation>
    </message>
    <message>
        <source>%1, loopback</source>
        <translation>%1，本机回环</translation>
    </message>
    <message>
        <source>%1, network</source>
        <translation>%1，网络</translation>
    </message>
    <message>
        <source>cores of the machine</source>
        <translation>机器的核心数</translation>
    </message>
    <message>
        <source>%1 reads/s of %2 connections × %3 us each but for the ping</source>
        <translation>%2 个连接每秒 %1 次读取 × 每次 %3 us（不含 ping）</translation>
    </message>
    <message>
        <source>%1 us alone less %2 us of a ping less %3 bytes</source>
        <translation>单独执行 %1 us，减去一次 ping 的 %2 us，再减去 %3 字节的时间</translation>
    </message>
    <message>
        <source>%1 servers ÷ %2 reads/s of %3 connections less %4 bytes</source>
        <translation>%1 个服务线程 ÷ %3 个连接每秒 %2 次读取，再减去 %4 字节的时间</translation>
    </message>
    <message>
        <source>%1 servers ÷ %2 inserts/s of %3 connections less %4 bytes</source>
        <translation>%1 个服务线程 ÷ %3 个连接每秒 %2 次插入，再减去 %4 字节的时间</translation>
    </message>
    <message>
        <source>median %1 us, 90th percentile %2 us alone</source>
        <translation>单独执行：中位数 %1 us，第 90 百分位 %2 us</translation>
    </message>
    <message>
        <source>median %1 us, p99 %2 us at %3/s, less the service&apos;s median %4 us</source>
        <translation>每秒 %3 次时中位数 %1 us、p99 %2 us，减去服务时间的中位数 %4 us</translation>
    </message>
    <message>
        <source>median %1 us, p99 %2 us at %3/s</source>
        <translation>每秒 %3 次时中位数 %1 us、p99 %2 us</translation>
    </message>
    <message>
        <source>%1 reads of 1 to 100 rows and %2 to 8,000 bytes</source>
        <translation>%1 种读取，1 至 100 行、%2 至 8,000 字节</translation>
    </message>
    <message>
        <source>%1 inserts and updates of 1 to 100 rows and %2 to 8,000 bytes</source>
        <translation>%1 种插入和更新，1 至 100 行、%2 至 8,000 字节</translation>
    </message>
    <message>
        <source>%1 scattered rows in %2 us</source>
        <translation>%2 us 内取 %1 个分散的行</translation>
    </message>
    <message>
        <source>an insert with three indexes %1 us, without %2 us</source>
        <translation>带三个索引的插入 %1 us，不带索引 %2 us</translation>
    </message>
    <message>
        <source>%1 rows of %2 bytes filtered in %3 us</source>
        <translation>%3 us 内筛选 %1 行、每行 %2 字节</translation>
    </message>
    <message>
        <source>%1, and %2 is written in the transaction</source>
        <translation>%1，且 %2 在事务内写入</translation>
    </message>
    <message>
        <source>%1, and %2 is written by a trigger</source>
        <translation>%1，且 %2 由触发器写入</translation>
    </message>
    <message>
        <source>%1 answers, which is kept through an outbox</source>
        <translation>由 %1 回答，它经发件箱保持同步</translation>
    </message>
    <message>
        <source>%1 answers, which is kept from the engine&apos;s log (CDC)</source>
        <translation>由 %1 回答，它由引擎日志（CDC）保持同步</translation>
    </message>
    <message>
        <source>%1 answers, which is kept by a second write</source>
        <translation>由 %1 回答，它由双写保持同步</translation>
    </message>
    <message>
        <source>%1 answers, which is kept periodically</source>
        <translation>由 %1 回答，它定期重新生成</translation>
    </message>
    <message>
        <source>how far the copy is behind + age of what is read</source>
        <translation>副本滞后的时间 + 所读内容的滞后时间</translation>
    </message>
    <message>
        <source>a copy that the layout keeps cannot be: %1</source>
        <translation>布局所保留的副本无法建立：%1</translation>
    </message>
    <message>
        <source>drop it, or keep one of another kind</source>
        <translation>取消它，或保留另一种副本</translation>
    </message>
    <message>
        <source>keep it in the transaction or by a trigger, or let the pattern take older answers</source>
        <translation>改为在事务内或由触发器保持同步，或允许该访问模式得到更旧的结果</translation>
    </message>
    <message>
        <source>%1 is kept by a second write: when one of the two fails, or two of them come in another order, the copy differs for ever and nobody notices</source>
        <translation>%1 由双写保持同步：其中一次写入失败，或两次写入的先后次序不同时，副本会一直不一致，而且无人察觉</translation>
    </message>
    <message>
        <source>keep it through an outbox or from the engine&apos;s log</source>
        <translation>改为经发件箱或由引擎日志保持同步</translation>
    </message>
    <message>
        <source>Not kept: %1.</source>
        <translation>未保留：%1。</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%2 的%1：%3</translation>
    </message>
    <message>
        <source>kept copies</source>
        <translation>保留的副本</translation>
    </message>
    <message>
        <source>copies that the layout keeps</source>
        <translation>布局所保留的副本</translation>
    </message>
    <message>
        <source>rows and entries with the upkeep ÷ without it</source>
        <translation>含同步写入的行与条目 ÷ 不含同步写入的</translation>
    </message>
    <message>
        <source>written to keep copies in step</source>
        <translation>为保持副本同步而写入</translation>
    </message>
    <message>
        <source>Σ rate × rows and index entries of the upkeep</source>
        <translation>Σ 频率 × 同步写入的行与索引条目</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + upkeep) ÷ rows × replicas</source>
        <translation>（行 + 索引条目 + 副本 + 同步写入）÷ 行 × 副本数</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + upkeep) ÷ rows × replicas × compaction</source>
        <translation>（行 + 索引条目 + 副本 + 同步写入）÷ 行 × 副本数 × 合并</translation>
    </message>
    <message>
        <source>events a day × the days that its sources are kept, at least one for each row</source>
        <translation>每天的事件 × 其来源的保留天数，每行至少一个</translation>
    </message>
    <message>
        <source>it reads one table: an index serves it</source>
        <translation>它只读一张表：索引即可满足</translation>
    </message>
    <message>
        <source>it counts or sums: keep its groups instead</source>
        <translation>它做计数或求和：应改为保留其分组</translation>
    </message>
    <message>
        <source>it neither counts nor sums</source>
        <translation>它既不计数也不求和</translation>
    </message>
    <message>
        <source>it gives no key by which the copy could be read</source>
        <translation>它没有给出可用来读取副本的键</translation>
    </message>
    <message>
        <source>it needs no column of a joined table</source>
        <translation>它不需要被连接的表中的任何列</translation>
    </message>
    <message>
        <source>it does not read the children of one parent by the parent&apos;s key</source>
        <translation>它不是按父对象的键读取其子行</translation>
    </message>
    <message>
        <source>it reads one row by its key</source>
        <translation>它按键读取一行</translation>
    </message>
    <message>
        <source>it joins a table to itself</source>
        <translation>它把一张表与自身连接</translation>
    </message>
    <message>
        <source>%1 answers, which is kept through an outbox and may be %2 behind, where %3 is the most</source>
        <translation>由 %1 回答，它经发件箱保持同步，可能滞后 %2，而最多允许 %3</translation>
    </message>
    <message>
        <source>%1 answers, which is kept through an outbox and may be %2 behind, where the latest is wanted</source>
        <translation>由 %1 回答，它经发件箱保持同步，可能滞后 %2，而所要的是最新结果</translation>
    </message>
    <message>
        <source>%1 answers, which is kept from the engine&apos;s log (CDC) and may be %2 behind, where %3 is the most</source>
        <translation>由 %1 回答，它由引擎日志（CDC）保持同步，可能滞后 %2，而最多允许 %3</translation>
    </message>
    <message>
        <source>%1 answers, which is kept from the engine&apos;s log (CDC) and may be %2 behind, where the latest is wanted</source>
        <translation>由 %1 回答，它由引擎日志（CDC）保持同步，可能滞后 %2，而所要的是最新结果</translation>
    </message>
    <message>
        <source>%1 answers, which is kept by a second write and may be %2 behind, where %3 is the most</source>
        <translation>由 %1 回答，它由双写保持同步，可能滞后 %2，而最多允许 %3</translation>
    </message>
    <message>
        <source>%1 answers, which is kept by a second write and may be %2 behind, where the latest is wanted</source>
        <translation>由 %1 回答，它由双写保持同步，可能滞后 %2，而所要的是最新结果</translation>
    </message>
    <message>
        <source>%1 answers, which is kept periodically and may be %2 behind, where %3 is the most</source>
        <translation>由 %1 回答，它定期重新生成，可能滞后 %2，而最多允许 %3</translation>
    </message>
    <message>
        <source>%1 answers, which is kept periodically and may be %2 behind, where the latest is wanted</source>
        <translation>由 %1 回答，它定期重新生成，可能滞后 %2，而所要的是最新结果</translation>
    </message>
    <message>
        <source>%1 for %2, kept in the transaction</source>
        <translation>为 %2 保留的%1，在事务内保持同步</translation>
    </message>
    <message>
        <source>%1 for %2, kept by a trigger</source>
        <translation>为 %2 保留的%1，由触发器保持同步</translation>
    </message>
    <message>
        <source>%1 for %2, kept through an outbox</source>
        <translation>为 %2 保留的%1，经发件箱保持同步</translation>
    </message>
    <message>
        <source>%1 for %2, kept from the engine&apos;s log (CDC)</source>
        <translation>为 %2 保留的%1，由引擎日志（CDC）保持同步</translation>
    </message>
    <message>
        <source>%1 for %2, kept by a second write</source>
        <translation>为 %2 保留的%1，由双写保持同步</translation>
    </message>
    <message>
        <source>%1 for %2, kept periodically</source>
        <translation>为 %2 保留的%1，定期重新生成</translation>
    </message>
    <message>
        <source>portions of a thousand rows, each once in the period</source>
        <translation>每批一千行，每个周期各一次</translation>
    </message>
    <message>
        <source>Each entity is a topic: its inserts, changes and deletions are records in one order a key. Keys, foreign keys and joins are the consumers&apos; affair.</source>
        <translation>每个实体是一个主题：它的插入、修改和删除都是按键有序的记录。键、外键和连接由消费者负责。</translation>
    </message>
    <message>
        <source>Values are taken as JSON text, compressed by the producer with lz4, a batch at a time. A schema registry with Avro or Protobuf makes them smaller.</source>
        <translation>值按 JSON 文本计算，由生产者按批用 lz4 压缩。使用 Avro 或 Protobuf 的模式注册表会更小。</translation>
    </message>
    <message>
        <source>A compacted topic keeps the latest record of each key; a deletion is a record without a value, which goes a day after it was seen (delete.retention.ms).</source>
        <translation>压实主题保留每个键的最新记录；删除是一条没有值的记录，压实后再过一天消失（delete.retention.ms）。</translation>
    </message>
    <message>
        <source>Topics of entities without a retention keep everything (retention.ms=-1); the broker&apos;s own habit would be a week.</source>
        <translation>没有保留期的实体，其主题保留全部记录（retention.ms=-1）；代理自身的默认值是一周。</translation>
    </message>
    <message>
        <source>%1: the key chosen in the layout is not taken, as compaction needs the primary key.</source>
        <translation>%1：未采用布局中选择的键，因为压实需要主键。</translation>
    </message>
    <message>
        <source>the latest version of each row; keyed: %1</source>
        <translation>每行的最新版本；键：%1</translation>
    </message>
    <message>
        <source>events, kept by age; keyed: %1</source>
        <translation>事件，按时间保留；键：%1</translation>
    </message>
    <message>
        <source>the primary key, of which compaction keeps the latest record</source>
        <translation>主键，压实为它保留最新的记录</translation>
    </message>
    <message>
        <source>readers compare %1 most often</source>
        <translation>读取者最常比较 %1</translation>
    </message>
    <message>
        <source>the events of one of %1 stay in order</source>
        <translation>%1 中同一个的事件保持有序</translation>
    </message>
    <message>
        <source>the primary key spreads records evenly</source>
        <translation>主键使记录均匀分布</translation>
    </message>
    <message>
        <source>there is no key: records are dealt to the partitions in turn</source>
        <translation>没有键：记录轮流分到各分区</translation>
    </message>
    <message>
        <source>a log runs no query: a stream processor reads one topic and appends to another</source>
        <translation>日志不执行查询：由流处理器读取一个主题并追加到另一个</translation>
    </message>
    <message>
        <source>a log does not add in place: append each change, and let a consumer keep the sum</source>
        <translation>日志不能就地累加：追加每次变化，由消费者保持总和</translation>
    </message>
    <message>
        <source>%1 has no primary key under which a newer record could replace an older one</source>
        <translation>%1 没有主键，新的记录无法取代旧的</translation>
    </message>
    <message>
        <source>a record is replaced by its key, and %1 is not given</source>
        <translation>记录按键取代，而未给出 %1</translation>
    </message>
    <message>
        <source>a log does not join: a stream processor joins topics, or a consumer keeps them as tables</source>
        <translation>日志不做连接：由流处理器连接主题，或由消费者把它们保存为表</translation>
    </message>
    <message>
        <source>a log is read in order, from an offset or a time: it has no index to look up %1; let a consumer keep a table or an index that follows the topic</source>
        <translation>日志只能从某个偏移量或时间起按顺序读取：没有索引可查找 %1；让消费者维护一张跟随主题的表或索引</translation>
    </message>
    <message>
        <source>rows by a condition</source>
        <translation>按条件查找行</translation>
    </message>
    <message>
        <source>append %1 to the partition of %2, in a batch with others</source>
        <translation>把 %1 追加到 %2 所在的分区，与其他记录同一批</translation>
    </message>
    <message>
        <source>append %1 without a value, which deletes the key when the topic is compacted</source>
        <translation>追加 %1（没有值），主题压实时删除该键</translation>
    </message>
    <message>
        <source>append %1 with the whole row, of which compaction keeps the latest</source>
        <translation>追加 %1（含整行），压实保留最新的</translation>
    </message>
    <message>
        <source>read in order from the offset of that time of all %1 partitions: %2</source>
        <translation>从该时间的偏移量起按顺序读取全部 %1 个分区：%2</translation>
    </message>
    <message>
        <source>read in order from the offset of that time of one partition: %1</source>
        <translation>从该时间的偏移量起按顺序读取一个分区：%1</translation>
    </message>
    <message>
        <source>read in order from the first offset of all %1 partitions: %2</source>
        <translation>从最早的偏移量起按顺序读取全部 %1 个分区：%2</translation>
    </message>
    <message>
        <source>read in order from the first offset of one partition: %1</source>
        <translation>从最早的偏移量起按顺序读取一个分区：%1</translation>
    </message>
    <message>
        <source>read the last records of all %1 partitions: %2</source>
        <translation>读取全部 %1 个分区最后的记录：%2</translation>
    </message>
    <message>
        <source>read the last records of one partition: %1</source>
        <translation>读取一个分区最后的记录：%1</translation>
    </message>
    <message>
        <source>the consumer keeps %1</source>
        <translation>消费者保留 %1</translation>
    </message>
    <message>
        <source>the consumer sorts %1</source>
        <translation>消费者排序 %1</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>%1 record</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>let a consumer follow the topic into a store that is asked this way: a table, a cache or an index</source>
        <translation>让消费者跟随主题写入能这样查询的存储：表、缓存或索引</translation>
    </message>
    <message>
        <source>%1 a day come in and nothing says when they may go: the log keeps all of them, and a new consumer that begins at the first offset reads all of them</source>
        <translation>每天进入 %1，却没有说明何时可以删除：日志全部保留，从最早偏移量开始的新消费者要全部读取</translation>
    </message>
    <message>
        <source>state a retention, and keep what must stay longer in the store that owns it</source>
        <translation>给出保留期，需要更久的数据留在拥有它的存储中</translation>
    </message>
    <message>
        <source>%1 has %2 different values for %3 partitions: the others stay empty, and as many consumers idle</source>
        <translation>%1 只有 %2 个不同的值，而分区有 %3 个：其余分区为空，同样多的消费者闲置</translation>
    </message>
    <message>
        <source>take a key with more values, or no key where order does not matter</source>
        <translation>选用取值更多的键；顺序无关紧要时不用键</translation>
    </message>
    <message>
        <source>%1 of all topics and replicas lie on a broker, where %2 is what one carries: starting, failing over and fetching take long</source>
        <translation>一个代理上有所有主题和副本的 %1 个分区，而一个代理只宜承载 %2 个：启动、故障转移和拉取都会变慢</translation>
    </message>
    <message>
        <source>take fewer partitions a topic, or more brokers</source>
        <translation>每个主题少用分区，或增加代理</translation>
    </message>
    <message>
        <source>log of %1</source>
        <translation>%1 的日志</translation>
    </message>
    <message>
        <source>records × bytes of a record in its batch; between %1 and %2</source>
        <translation>记录数 × 一条记录在批中的字节数；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>log + indexes + what waits to be deleted</source>
        <translation>日志 + 索引 + 等待删除的部分</translation>
    </message>
    <message>
        <source>value as JSON</source>
        <translation>JSON 形式的值</translation>
    </message>
    <message>
        <source>Σ fields, and braces around them</source>
        <translation>Σ 各字段，外加花括号</translation>
    </message>
    <message>
        <source>&quot;name&quot;:value and a comma, as often as it is not null</source>
        <translation>&quot;名称&quot;:值加一个逗号，按非空的比例</translation>
    </message>
    <message>
        <source>key of a record</source>
        <translation>记录的键</translation>
    </message>
    <message>
        <source>as its serializer writes it</source>
        <translation>按其序列化器写入</translation>
    </message>
    <message>
        <source>records a second</source>
        <translation>每秒记录数</translation>
    </message>
    <message>
        <source>what the patterns write, else the growth</source>
        <translation>各模式写入的数量，否则取增长</translation>
    </message>
    <message>
        <source>records of a batch</source>
        <translation>一批的记录数</translation>
    </message>
    <message>
        <source>records that come into a partition while a producer waits, at most a full batch</source>
        <translation>生产者等待期间进入一个分区的记录数，至多一整批</translation>
    </message>
    <message>
        <source>record before compression</source>
        <translation>压缩前的记录</translation>
    </message>
    <message>
        <source>length + attributes + differences of time and offset + key + value, each with its length as a varint</source>
        <translation>长度 + 属性 + 时间与偏移量之差 + 键 + 值，各自的长度为变长整数</translation>
    </message>
    <message>
        <source>share left by compression</source>
        <translation>压缩后剩余的比例</translation>
    </message>
    <message>
        <source>lz4, as measured for batches of so many records</source>
        <translation>lz4，按这么多条记录的批实测</translation>
    </message>
    <message>
        <source>bytes of a record in its batch</source>
        <translation>一条记录在批中的字节数</translation>
    </message>
    <message>
        <source>record × share left by compression + header of the batch ÷ records of a batch; between %1 in full batches of the best codec and %2 alone and not compressed</source>
        <translation>记录 × 压缩后剩余的比例 + 批头 ÷ 一批的记录数；最佳编码且批满时为 %1，单独且不压缩时为 %2</translation>
    </message>
    <message>
        <source>indexes of offsets and times</source>
        <translation>偏移量与时间的索引</translation>
    </message>
    <message>
        <source>log ÷ bytes between two entries, in whole batches, × both entries</source>
        <translation>日志 ÷ 两个条目之间的字节数（按整批）× 两种条目</translation>
    </message>
    <message>
        <source>segments past their retention</source>
        <translation>已过保留期的段</translation>
    </message>
    <message>
        <source>nothing is deleted</source>
        <translation>不删除任何内容</translation>
    </message>
    <message>
        <source>partitions × half a segment, which is %1 or the largest segment; between none and %2</source>
        <translation>分区数 × 半个段，段长为 %1 或最大的段；介于零和 %2 之间</translation>
    </message>
    <message>
        <source>records not yet compacted</source>
        <translation>尚未压实的记录</translation>
    </message>
    <message>
        <source>half of what is new when compaction begins; between none and %1</source>
        <translation>压实开始时新记录的一半；介于零和 %1 之间</translation>
    </message>
    <message>
        <source>nothing is written again</source>
        <translation>没有重复写入</translation>
    </message>
    <message>
        <source>⌈records a second of the busiest topic at its peak ÷ records of a consumer, or their bytes ÷ bytes into a partition⌉, at least the engine&apos;s habit</source>
        <translation>⌈最忙主题峰值时每秒的记录数 ÷ 一个消费者的记录数，或其字节数 ÷ 一个分区的写入字节数⌉，至少为引擎的默认值</translation>
    </message>
    <message>
        <source>partitions, each with a consumer, × records of a consumer</source>
        <translation>分区数（每个有一个消费者）× 一个消费者的记录数</translation>
    </message>
    <message>
        <source>Segments go as a whole when they are old enough. Compaction of topics that keep the latest record of a key is not simulated.</source>
        <translation>段足够旧时整个删除。保留每个键最新记录的主题，其压实不做模拟。</translation>
    </message>
    <message>
        <source>Each entity is an index of documents. Only fields that a pattern looks for, orders or groups are indexed; everything is kept in _source and returned from it.</source>
        <translation>每个实体是一个文档索引。只有被模式查找、排序或分组的字段才建索引；全部内容保存在 _source 中并由它返回。</translation>
    </message>
    <message>
        <source>There are no joins, constraints or transactions: what is searched together lies in one document. Keep the truth in another engine and copy it here.</source>
        <translation>没有连接、约束或事务：一起搜索的内容放在同一个文档中。真实数据保存在其他引擎，再复制到这里。</translation>
    </message>
    <message>
        <source>Words are looked for, not parts of words: LIKE &apos;%part%&apos; becomes a search for the words that an analyzer cuts the text into.</source>
        <translation>查找的是词，而不是词的一部分：LIKE &apos;%part%&apos; 变为对分析器所切分词语的搜索。</translation>
    </message>
    <message>
        <source>Searches see what was written up to a second ago (refresh_interval); a get by _id sees the latest.</source>
        <translation>搜索看到的是最多一秒前写入的内容（refresh_interval）；按 _id 读取看到最新的。</translation>
    </message>
    <message>
        <source>documents by their _id; no pattern looks for a field</source>
        <translation>按 _id 的文档；没有模式查找字段</translation>
    </message>
    <message>
        <source>documents, found by %1; routed: %2</source>
        <translation>文档，按 %1 查找；路由：%2</translation>
    </message>
    <message>
        <source>documents by their _id; no pattern looks for a field; routed: %1</source>
        <translation>按 _id 的文档；没有模式查找字段；路由：%1</translation>
    </message>
    <message>
        <source>documents, found by %1</source>
        <translation>文档，按 %1 查找</translation>
    </message>
    <message>
        <source>an index takes documents, not queries: the client reads them and writes them here</source>
        <translation>索引接收文档而不是查询：由客户端读取后写入这里</translation>
    </message>
    <message>
        <source>an index answers from its own documents: copy what the join adds into each of them, or keep a list of children nested in their parent</source>
        <translation>索引只用自己的文档回答：把连接补充的内容复制到每个文档中，或把子项列表嵌套在父文档里</translation>
    </message>
    <message>
        <source>copy what is asked for together into one document, or ask the engine that owns the rows</source>
        <translation>把一起查询的内容复制到一个文档中，或向拥有这些行的引擎查询</translation>
    </message>
    <message>
        <source>route %1 → %2; get %3 by _id</source>
        <translation>路由 %1 → %2；按 _id 读取 %3</translation>
    </message>
    <message>
        <source>all %1 shards: %2 is not given; get %3 by _id</source>
        <translation>全部 %1 个分片：未给出 %2；按 _id 读取 %3</translation>
    </message>
    <message>
        <source>get %1 by _id</source>
        <translation>按 _id 读取 %1</translation>
    </message>
    <message>
        <source>route %1 → %2; match all %3</source>
        <translation>路由 %1 → %2；匹配全部 %3</translation>
    </message>
    <message>
        <source>all %1 shards: %2 is not given; match all %3</source>
        <translation>全部 %1 个分片：未给出 %2；匹配全部 %3</translation>
    </message>
    <message>
        <source>match all %1</source>
        <translation>匹配全部 %1</translation>
    </message>
    <message>
        <source>route %1 → %2; match %3 by %4</source>
        <translation>路由 %1 → %2；按 %4 匹配 %3</translation>
    </message>
    <message>
        <source>all %1 shards: %2 is not given; match %3 by %4</source>
        <translation>全部 %1 个分片：未给出 %2；按 %4 匹配 %3</translation>
    </message>
    <message>
        <source>match %1 by %2</source>
        <translation>按 %2 匹配 %1</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>the routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation>%1 个分片</translation>
    </message>
    <message>
        <source>%1 shard</source>
        <translation>%1 个分片</translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 个文档</translation>
    </message>
    <message>
        <source>%1 document</source>
        <translation>%1 个文档</translation>
    </message>
    <message>
        <source>aggregate their doc values into %1</source>
        <translation>把它们的 doc values 聚合为 %1</translation>
    </message>
    <message>
        <source>keep the first %1 in order by doc values</source>
        <translation>按 doc values 的顺序保留前 %1</translation>
    </message>
    <message>
        <source>keep the best %1 by score</source>
        <translation>按得分保留最好的 %1</translation>
    </message>
    <message>
        <source>fetch _source of %1</source>
        <translation>读取 %1 的 _source</translation>
    </message>
    <message>
        <source>index %1 in %2 indexed fields, on every copy</source>
        <translation>在每个副本上索引 %1，共 %2 个索引字段</translation>
    </message>
    <message>
        <source>replace or index %1 in %2 indexed fields, on every copy</source>
        <translation>在每个副本上替换或索引 %1，共 %2 个索引字段</translation>
    </message>
    <message>
        <source>mark %1 as deleted until segments are merged</source>
        <translation>把 %1 标记为已删除，直到段合并</translation>
    </message>
    <message>
        <source>index %1 anew as a whole, in %2 fields, and mark the old as deleted</source>
        <translation>整个重新索引 %1（%2 个字段），并把旧的标记为已删除</translation>
    </message>
    <message>
        <source>a shard holds %1 documents in %2, where %3 or %4 is what one should: moving and merging it take long, and a search of it has one thread</source>
        <translation>一个分片有 %1 个文档、%2，而宜为 %3 个或 %4：移动和合并耗时很长，对它的搜索只有一个线程</translation>
    </message>
    <message>
        <source>take more shards, or begin a new index when this one is full (rollover)</source>
        <translation>增加分片，或在装满时开始新的索引（rollover）</translation>
    </message>
    <message>
        <source>it asks for %1 results, and a search gives %2 at most (index.max_result_window)</source>
        <translation>它要求 %1 条结果，而一次搜索最多给出 %2 条（index.max_result_window）</translation>
    </message>
    <message>
        <source>continue after the last result seen (search_after with a point in time), a page at a time</source>
        <translation>从上次看到的最后一条之后继续（search_after 加 point in time），一次一页</translation>
    </message>
    <message>
        <source>a search sees what was written before the last refresh; a get by _id sees the latest</source>
        <translation>搜索看到上次刷新之前写入的内容；按 _id 读取看到最新的</translation>
    </message>
    <message>
        <source>time between two refreshes</source>
        <translation>两次刷新之间的时间</translation>
    </message>
    <message>
        <source>documents of %1</source>
        <translation>%1 的文档</translation>
    </message>
    <message>
        <source>documents × bytes of a document; between %1 and %2</source>
        <translation>文档数 × 一个文档的字节数；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>documents × bytes of the field; between %1 and %2</source>
        <translation>文档数 × 该字段的字节数；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>_source + _id and numbers; between %1 and %2</source>
        <translation>_source + _id 与编号；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>_id and numbers</source>
        <translation>_id 与编号</translation>
    </message>
    <message>
        <source>_id stored and as a term + sequence number, version and term of the primary</source>
        <translation>存储的 _id 及其词项 + 序列号、版本与主分片任期</translation>
    </message>
    <message>
        <source>JSON × what LZ4 leaves of it, of long texts apart; between %1 and %2</source>
        <translation>JSON × LZ4 压缩后剩余的比例（长文本另计）；介于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>deleted documents</source>
        <translation>已删除的文档</translation>
    </message>
    <message>
        <source>all of them × those that were replaced or deleted and are not merged away; between none and %1</source>
        <translation>全部 × 已被替换或删除但尚未合并掉的比例；介于零和 %1 之间</translation>
    </message>
    <message>
        <source>documents + their fields + what merges have not removed</source>
        <translation>文档 + 各字段 + 合并尚未清除的部分</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>字段 %1</translation>
    </message>
    <message>
        <source>words in their order, and norms + the whole value as a keyword</source>
        <translation>按顺序的词与 norms + 作为关键字的整个值</translation>
    </message>
    <message>
        <source>words in their order, and norms</source>
        <translation>按顺序的词与 norms</translation>
    </message>
    <message>
        <source>documents of both values + a bit</source>
        <translation>两种值各自的文档 + 一位</translation>
    </message>
    <message>
        <source>points of a tree and doc values</source>
        <translation>树中的点与 doc values</translation>
    </message>
    <message>
        <source>points of a tree + doc values packed to their bits</source>
        <translation>树中的点 + 按位压缩的 doc values</translation>
    </message>
    <message>
        <source>points of a tree</source>
        <translation>树中的点</translation>
    </message>
    <message>
        <source>doc values packed to their bits</source>
        <translation>按位压缩的 doc values</translation>
    </message>
    <message>
        <source>terms + documents of each + doc values with every value once</source>
        <translation>词项 + 各词项的文档 + 每个值存一次的 doc values</translation>
    </message>
    <message>
        <source>terms + documents of each</source>
        <translation>词项 + 各词项的文档</translation>
    </message>
    <message>
        <source>doc values with every value once</source>
        <translation>每个值存一次的 doc values</translation>
    </message>
    <message>
        <source>⌈JSON of the largest index ÷ bytes of a shard, or its documents ÷ documents of a shard⌉, at least the engine&apos;s habit</source>
        <translation>⌈最大索引的 JSON ÷ 一个分片的字节数，或其文档数 ÷ 一个分片的文档数⌉，至少为引擎的默认值</translation>
    </message>
    <message>
        <source>Merges of segments are not simulated: what was replaced or deleted stays in the sizes as the share that merges leave.</source>
        <translation>段合并不做模拟：被替换或删除的内容按合并留下的比例计入大小。</translation>
    </message>
    <message>
        <source>series of %1, told apart by nothing else</source>
        <translation>%1 的序列，没有其他区分</translation>
    </message>
    <message>
        <source>series of %1, told apart by %2; sharded: %3</source>
        <translation>%1 的序列，由 %2 区分；分片：%3</translation>
    </message>
    <message>
        <source>series of %1, told apart by %2</source>
        <translation>%1 的序列，由 %2 区分</translation>
    </message>
    <message>
        <source>bytes of a row&apos;s samples</source>
        <translation>一行样本的字节数</translation>
    </message>
    <message>
        <source>chunks of %1</source>
        <translation>%1 的块</translation>
    </message>
    <message>
        <source>index of the blocks</source>
        <translation>数据块的索引</translation>
    </message>
    <message>
        <source>series in all</source>
        <translation>序列总数</translation>
    </message>
    <message>
        <source>blocks of samples</source>
        <translation>样本数据块</translation>
    </message>
    <message>
        <source>Π different values of labels, taken as independent and at most one a row, × values</source>
        <translation>Π 各标签不同值的个数（视为相互独立，至多每行一个）× 数值个数</translation>
    </message>
    <message>
        <source>time that the samples span (%1 between two of a series) ÷ a tenth of the retention, at least two hours and at most 31 days</source>
        <translation>样本跨越的时间（一个序列中两个样本相隔 %1）÷ 保留期的十分之一，至少两小时，至多 31 天</translation>
    </message>
    <message>
        <source>entry of a series</source>
        <translation>一个序列的条目</translation>
    </message>
    <message>
        <source>(entry + labels + chunks but the first), rounded up + a number in the list of each label and of all</source>
        <translation>（条目 + 标签 + 第一个以外的块）向上取整 + 每个标签及全体列表中的一个编号</translation>
    </message>
    <message>
        <source>values of labels</source>
        <translation>标签的值</translation>
    </message>
    <message>
        <source>Σ different values × (their lists and tables + name + twice the text)</source>
        <translation>Σ 不同值 ×（其列表与表 + 名称 + 两倍的文本）</translation>
    </message>
    <message>
        <source>blocks × (series × entry of a series + values of labels)</source>
        <translation>数据块 ×（序列 × 一个序列的条目 + 标签的值）</translation>
    </message>
    <message>
        <source>a chunk of %1 drawn samples, encoded (changes of time, differing bits of the number), ÷ its samples; between %2 when it never changes and %3 when all its bits do</source>
        <translation>%1 个抽取样本编码成的块（时间的变化、数值不同的位）÷ 样本数；从不变化时为 %2，所有位都变化时为 %3</translation>
    </message>
    <message>
        <source>series of %1</source>
        <translation>%1 的序列</translation>
    </message>
    <message>
        <source>memory of the series</source>
        <translation>序列的内存</translation>
    </message>
    <message>
        <source>Σ series × memory of one</source>
        <translation>Σ 序列 × 一个的内存</translation>
    </message>
    <message>
        <source>⌈memory of the series ÷ (memory of a node × share for them)⌉ shards × replicas</source>
        <translation>⌈序列的内存 ÷（一个节点的内存 × 分给它们的比例）⌉ 个分片 × 副本数</translation>
    </message>
    <message>
        <source>memory of a node for series</source>
        <translation>节点分给序列的内存</translation>
    </message>
    <message>
        <source>memory of a node × share for series</source>
        <translation>节点的内存 × 分给序列的比例</translation>
    </message>
    <message>
        <source>chunk samples</source>
        <translation>块的样本数</translation>
    </message>
    <message>
        <source>chunk overhead</source>
        <translation>块的开销</translation>
    </message>
    <message>
        <source>block least s</source>
        <translation>数据块最短秒数</translation>
    </message>
    <message>
        <source>block most s</source>
        <translation>数据块最长秒数</translation>
    </message>
    <message>
        <source>index series</source>
        <translation>索引：序列</translation>
    </message>
    <message>
        <source>index label</source>
        <translation>索引：标签</translation>
    </message>
    <message>
        <source>index chunk</source>
        <translation>索引：块</translation>
    </message>
    <message>
        <source>index align</source>
        <translation>索引：对齐</translation>
    </message>
    <message>
        <source>index posting</source>
        <translation>索引：列表编号</translation>
    </message>
    <message>
        <source>index value</source>
        <translation>索引：标签值</translation>
    </message>
    <message>
        <source>series memory</source>
        <translation>一个序列的内存</translation>
    </message>
    <message>
        <source>batch header</source>
        <translation>批头</translation>
    </message>
    <message>
        <source>full batch</source>
        <translation>满批</translation>
    </message>
    <message>
        <source>batch wait</source>
        <translation>批等待</translation>
    </message>
    <message>
        <source>batch of 1</source>
        <translation>1 条一批</translation>
    </message>
    <message>
        <source>batch of 10</source>
        <translation>10 条一批</translation>
    </message>
    <message>
        <source>batch of 100</source>
        <translation>100 条一批</translation>
    </message>
    <message>
        <source>batch of 1000</source>
        <translation>1000 条一批</translation>
    </message>
    <message>
        <source>compression least</source>
        <translation>压缩最少剩余</translation>
    </message>
    <message>
        <source>compression most</source>
        <translation>压缩最多剩余</translation>
    </message>
    <message>
        <source>index interval</source>
        <translation>索引间隔</translation>
    </message>
    <message>
        <source>offset index entry</source>
        <translation>偏移量索引条目</translation>
    </message>
    <message>
        <source>time index entry</source>
        <translation>时间索引条目</translation>
    </message>
    <message>
        <source>full segment</source>
        <translation>满段</translation>
    </message>
    <message>
        <source>dirty log</source>
        <translation>日志中新记录的比例</translation>
    </message>
    <message>
        <source>consumer rows</source>
        <translation>一个消费者的记录数</translation>
    </message>
    <message>
        <source>partition bytes</source>
        <translation>写入一个分区的字节数</translation>
    </message>
    <message>
        <source>write round trip</source>
        <translation>写入往返</translation>
    </message>
    <message>
        <source>source left</source>
        <translation>_source 剩余比例</translation>
    </message>
    <message>
        <source>source text left</source>
        <translation>_source 长文本剩余比例</translation>
    </message>
    <message>
        <source>id random</source>
        <translation>随机标识</translation>
    </message>
    <message>
        <source>document numbers</source>
        <translation>文档编号</translation>
    </message>
    <message>
        <source>text field</source>
        <translation>文本字段</translation>
    </message>
    <message>
        <source>text field extra</source>
        <translation>文本字段附加</translation>
    </message>
    <message>
        <source>field uncertainty</source>
        <translation>字段的不确定度</translation>
    </message>
    <message>
        <source>full shard</source>
        <translation>满分片</translation>
    </message>
    <message>
        <source>full shard documents</source>
        <translation>满分片的文档数</translation>
    </message>
    <message>
        <source>nobody stated it: as Parquet with Zstandard, %1 of the %2 of its values (144 of 484 bytes over 29 kinds of columns, 2 million rows, measured; single columns between 0.002 and 1)</source>
        <translation>未注明：按 Parquet 加 Zstandard，占其值 %2 的 %1（实测：29 种列、200 万行，484 字节中的 144；单列在 0.002 与 1 之间）</translation>
    </message>
    <message>
        <source>S3 Glacier Flexible Retrieval, standard retrieval: 3 to 5 hours, 5 taken (https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html)</source>
        <translation>S3 Glacier Flexible Retrieval 标准取回：3 至 5 小时，取 5（https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html）</translation>
    </message>
    <message>
        <source>it asks for the last %1 days, and rows of %2 leave the engine after %3: it reads rows that have left; the older ones are %4</source>
        <translation>它要读最近 %1 天的数据，而 %2 的行在 %3 天后离开引擎：它会读到已经离开的行；更早的行%4</translation>
    </message>
    <message>
        <source>ask the tier for what is older, keep rows in the engine for as long as they are asked for, or keep a rollup of them</source>
        <translation>更早的数据向该层查询，或让行在引擎中保留到不再被查询为止，或为其保留汇总</translation>
    </message>
    <message>
        <source>rows a day × days of age between which they are here × rows kept of each, as far as they have come in by then</source>
        <translation>每天的行数 × 在此处的年龄天数 × 每行保留的份额，以届时已进入的为限</translation>
    </message>
    <message>
        <source>the longer of rows a day × time to read a row ÷ servers free, and their bytes there ÷ bytes copied a second</source>
        <translation>取较长者：每天的行数 × 读一行的时间 ÷ 空闲服务器，或其在该处的字节数 ÷ 每秒复制的字节数</translation>
    </message>
    <message>
        <source>days + half of the time of a partition, which leaves the engine whole when its youngest row is old enough</source>
        <translation>天数 + 分区时长的一半：分区内最新的行到龄时，整个分区离开引擎</translation>
    </message>
    <message>
        <source>every row is found and marked dead; until a vacuum, a fifth of the table may be dead rows</source>
        <translation>每一行都要找到并标记为死行；清理（vacuum）之前，表中可有五分之一是死行</translation>
    </message>
    <message>
        <source>Σ rate × rows and entries deleted because of their age, and rolled up ones written</source>
        <translation>Σ 速率 × 因年龄而删除的行与索引项，以及写入的汇总行</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + upkeep + removed) ÷ rows × replicas × compaction</source>
        <translation>（行 + 索引项 + 副本 + 维护 + 删除）÷ 行 × 副本数 × 压实</translation>
    </message>
    <message>
        <source>%1 to apply, from the engine and its tiers; the archive has to be restored before</source>
        <translation>要应用 %1，来自引擎及其各层；归档须先恢复</translation>
    </message>
    <message>
        <source>rows × what a row costs in all structures and indexes of the engine, one copy</source>
        <translation>行数 × 一行在引擎所有结构与索引中所占，一份副本</translation>
    </message>
    <message>
        <source>rows are deleted after %1 days, before they are old enough for %2 (%3 days)</source>
        <translation>行在 %1 天后删除，还没到进入 %2 的年龄（%3 天）</translation>
    </message>
    <message>
        <source>every delete writes a tombstone, kept for its grace and merged as rows are</source>
        <translation>每次删除都写入一个墓碑，保留至宽限期满，并像行一样参与合并</translation>
    </message>
    <message>
        <source>in %1, files that another engine reads: seconds rather than milliseconds</source>
        <translation>在 %1 中，是由另一引擎读取的文件：以秒计而非毫秒</translation>
    </message>
    <message>
        <source>its monitor deletes expired ones one after another, as other deletes are</source>
        <translation>其监视器逐个删除过期的行，与其他删除一样</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + removed) ÷ rows × replicas × compaction</source>
        <translation>（行 + 索引项 + 副本 + 删除）÷ 行 × 副本数 × 压实</translation>
    </message>
    <message>
        <source>%1 is in the engine, which its rows have left before: it holds nothing</source>
        <translation>%1 在引擎中，而它的行此前已离开引擎：它什么也不存</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + upkeep + removed) ÷ rows × replicas</source>
        <translation>（行 + 索引项 + 副本 + 维护 + 删除）÷ 行 × 副本数</translation>
    </message>
    <message>
        <source>time until the archive answers + bytes there ÷ bytes copied a second</source>
        <translation>归档应答前的时间 + 该处的字节数 ÷ 每秒复制的字节数</translation>
    </message>
    <message>
        <source>whole partitions go: a change of the catalogue, no row is touched</source>
        <translation>整个分区一起移除：只改目录，不触碰任何行</translation>
    </message>
    <message>
        <source>Σ rows that are as old as its rows by then × bytes of a row there</source>
        <translation>Σ 届时到龄的行数 × 该处一行的字节数</translation>
    </message>
    <message>
        <source>all that is there when the curve ends; nothing is read before</source>
        <translation>增长曲线结束时该处的全部；此前什么都读不到</translation>
    </message>
    <message>
        <source>keep rows for as long as they are asked for, or ask for less</source>
        <translation>让行保留到不再被查询为止，或少查一些</translation>
    </message>
    <message>
        <source>(rows + index entries + copies + removed) ÷ rows × replicas</source>
        <translation>（行 + 索引项 + 副本 + 删除）÷ 行 × 副本数</translation>
    </message>
    <message>
        <source>rows in the engine + rows of each tier when the curve ends</source>
        <translation>引擎中的行 + 增长曲线结束时各层的行</translation>
    </message>
    <message>
        <source>rows are deleted one by one at %1, as many as come in: %2</source>
        <translation>行以 %1 的速率逐行删除，与进入的一样多：%2</translation>
    </message>
    <message>
        <source>it leaves expired rows out by itself, and no request does</source>
        <translation>它自行略去过期的行，无需任何请求</translation>
    </message>
    <message>
        <source>in %1, an archive, which has to be restored first: hours</source>
        <translation>在 %1（归档）中，须先恢复，需数小时</translation>
    </message>
    <message>
        <source>%1 has no time to live, so that a job has to delete: %2</source>
        <translation>%1 没有生存时间（TTL），须由作业删除：%2</translation>
    </message>
    <message>
        <source>every row is found and deleted with its index entries</source>
        <translation>每一行都要找到，并连同其索引项一起删除</translation>
    </message>
    <message>
        <source>rows a day × days in the engine, or the rows of now</source>
        <translation>每天的行数 × 在引擎中的天数，或当前的行数</translation>
    </message>
    <message>
        <source>put tiers of the engine before those outside of it</source>
        <translation>把引擎内的层放在引擎外的层之前</translation>
    </message>
    <message>
        <source>rows and entries with those removed ÷ without them</source>
        <translation>计入删除的行与索引项 ÷ 不计入的</translation>
    </message>
    <message>
        <source>as many rows are old enough in a second as come in</source>
        <translation>每秒到龄的行与进入的一样多</translation>
    </message>
    <message>
        <source>bytes of a row in the engine × share of them kept</source>
        <translation>引擎中一行的字节数 × 保留的份额</translation>
    </message>
    <message>
        <source>as many as come in, once rows are old enough</source>
        <translation>行到龄之后，与进入的一样多</translation>
    </message>
    <message>
        <source>partition by time and drop whole partitions</source>
        <translation>按时间分区，并整个丢弃分区</translation>
    </message>
    <message>
        <source>keep rows for longer, or leave the tier out</source>
        <translation>让行保留更久，或去掉该层</translation>
    </message>
    <message>
        <source>sum over the entities whose rows are there</source>
        <translation>对行在该处的各实体求和</translation>
    </message>
    <message>
        <source>%1 to apply, from the engine and its tiers</source>
        <translation>要应用 %1，来自引擎及其各层</translation>
    </message>
    <message>
        <source>%1 has no partitions of time to drop: %2</source>
        <translation>%1 没有可丢弃的时间分区：%2</translation>
    </message>
    <message>
        <source>every day, the rows that are old enough</source>
        <translation>每天，到龄的行</translation>
    </message>
    <message>
        <source>rows to replay with those of the tiers</source>
        <translation>要重放的行，含各层的</translation>
    </message>
    <message>
        <source>share of the bytes of %1 kept in %2</source>
        <translation>%1 在 %2 中保留的字节份额</translation>
    </message>
    <message>
        <source>a legal hold: nothing is rolled up</source>
        <translation>依法保留：什么都不汇总</translation>
    </message>
    <message>
        <source>say that they leave in partitions</source>
        <translation>改为按分区离开</translation>
    </message>
    <message>
        <source>let them expire by a time to live</source>
        <translation>让它们按生存时间（TTL）过期</translation>
    </message>
    <message>
        <source>a legal hold: nothing is deleted</source>
        <translation>依法保留：什么都不删除</translation>
    </message>
    <message>
        <source>%1 (infrequent access) in a year</source>
        <translation>一年后的 %1（低频访问）</translation>
    </message>
    <message>
        <source>gigabytes × price of reading one</source>
        <translation>吉字节数 × 读取单价</translation>
    </message>
    <message>
        <source>bytes of %1 in %2 in %3 months</source>
        <translation>%3 个月后 %1 在 %2 中的字节数</translation>
    </message>
    <message>
        <source>let them leave in another way</source>
        <translation>改用别的方式离开</translation>
    </message>
    <message>
        <source>rows of %1 in %2 in %3 months</source>
        <translation>%3 个月后 %1 在 %2 中的行数</translation>
    </message>
    <message>
        <source>%1 (object storage) in a year</source>
        <translation>一年后的 %1（对象存储）</translation>
    </message>
    <message>
        <source>time until an archive answers</source>
        <translation>归档应答前的时间</translation>
    </message>
    <message>
        <source>bytes of a row in the engine</source>
        <translation>引擎中一行的字节数</translation>
    </message>
    <message>
        <source>rows × bytes of a row there</source>
        <translation>行数 × 该处一行的字节数</translation>
    </message>
    <message>
        <source>days until rows move to %1</source>
        <translation>行移到 %1 之前的天数</translation>
    </message>
    <message>
        <source>rows come into the engine</source>
        <translation>行进入引擎</translation>
    </message>
    <message>
        <source>move of a day of %1 to %2</source>
        <translation>把 %1 一天的行移到 %2</translation>
    </message>
    <message>
        <source>rows and entries removed</source>
        <translation>删除的行与索引项</translation>
    </message>
    <message>
        <source>rows a day that leave %1</source>
        <translation>每天离开 %1 的行数</translation>
    </message>
    <message>
        <source>share of the bytes kept</source>
        <translation>保留的字节份额</translation>
    </message>
    <message>
        <source>reading all of %1, once</source>
        <translation>把%1全部读一次</translation>
    </message>
    <message>
        <source>%1 (archive) in a year</source>
        <translation>一年后的 %1（归档）</translation>
    </message>
    <message>
        <source>as in the tier before</source>
        <translation>与前一层相同</translation>
    </message>
    <message>
        <source>bytes in %1 in a year</source>
        <translation>一年后 %1 中的字节数</translation>
    </message>
    <message>
        <source>restore of %1 from %2</source>
        <translation>从 %2 恢复 %1</translation>
    </message>
    <message>
        <source>%1; they leave at %2</source>
        <translation>%1；它们以 %2 的速率离开</translation>
    </message>
    <message>
        <source>rollup of %1 into %2</source>
        <translation>把 %1 汇总到 %2</translation>
    </message>
    <message>
        <source>bytes of a row in %1</source>
        <translation>%1 中一行的字节数</translation>
    </message>
    <message>
        <source>days of a partition</source>
        <translation>一个分区的天数</translation>
    </message>
    <message>
        <source>replay of all of %1</source>
        <translation>重放 %1 的全部</translation>
    </message>
    <message>
        <source>days in the engine</source>
        <translation>在引擎中的天数</translation>
    </message>
    <message>
        <source>rows kept of each</source>
        <translation>每行保留的份额</translation>
    </message>
    <message>
        <source>mean days of age</source>
        <translation>平均年龄（天）</translation>
    </message>
    <message>
        <source>as they came in</source>
        <translation>与进入时相同</translation>
    </message>
    <message>
        <source>a gigabyte read</source>
        <translation>读取一吉字节</translation>
    </message>
    <message>
        <source>removal by age</source>
        <translation>按年龄删除</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <translation>删除 %1 的旧行</translation>
    </message>
    <message>
        <source>kept for ever</source>
        <translation>永久保留</translation>
    </message>
    <message>
        <source>replay of all</source>
        <translation>全部重放</translation>
    </message>
    <message>
        <source>days of age</source>
        <translation>年龄（天）</translation>
    </message>
    <message>
        <source>bytes in %1</source>
        <translation>%1 中的字节数</translation>
    </message>
    <message>
        <source>days kept</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>byte write</source>
        <translation>每字节写入</translation>
    </message>
    <message>
        <source>one point access + its rows × time of a row + bytes × time of a byte</source>
        <translation>一次点访问 + 其行数 × 一行的时间 + 字节数 × 一个字节的时间</translation>
    </message>
    <message>
        <source>bytes before compression × compression ratio (± %1 %) + partition index and Bloom filter (%2)</source>
        <translation>压缩前字节数 × 压缩比（± %1%）+ 分区索引与布隆过滤器（%2）</translation>
    </message>
    <message>
        <source>columns in their order with padding (%1 B), header with null bitmap (%2 B), rounded up to the alignment, + item pointer</source>
        <translation>按序排列并填充的列（%1 B）、含空值位图的头（%2 B），按对齐取整，+ 行指针</translation>
    </message>
    <message>
        <source>columns in their order with padding (%1 B), header with null bitmap (%2 B), rounded up to the alignment, + item pointer; %3 % of the rows keep a long value out of line</source>
        <translation>按序排列并填充的列（%1 B）、含空值位图的头（%2 B），按对齐取整，+ 行指针；%3% 的行把长值存于行外</translation>
    </message>
    <message>
        <source>entry header + key columns (%1 B), rounded up, + item pointer</source>
        <translation>索引项头 + 键列（%1 B），向上取整，+ 行指针</translation>
    </message>
    <message>
        <source>on write</source>
        <translation>写时</translation>
    </message>
    <message>
        <source>on read</source>
        <translation>读时</translation>
    </message>
    <message>
        <source>time that a fan-out may take</source>
        <translation>扇出允许的时间</translation>
    </message>
    <message>
        <source>nothing says how old an answer may be: five seconds</source>
        <translation>未说明答案可以多旧：五秒</translation>
    </message>
    <message>
        <source>followers of a parent</source>
        <translation>每个父对象的粉丝数</translation>
    </message>
    <message>
        <source>followers of the largest</source>
        <translation>粉丝最多者的粉丝数</translation>
    </message>
    <message>
        <source>all parents are taken to be alike</source>
        <translation>假定所有父对象相同</translation>
    </message>
    <message>
        <source>as many as there are: no maximum is stated</source>
        <translation>有多少算多少：未指定最大值</translation>
    </message>
    <message>
        <source>items a second</source>
        <translation>每秒条目</translation>
    </message>
    <message>
        <source>Σ rate × rows of the patterns that write them</source>
        <translation>Σ 写入它们的访问模式的速率 × 行数</translation>
    </message>
    <message>
        <source>reads a second</source>
        <translation>每秒读取</translation>
    </message>
    <message>
        <source>Σ rate of the patterns that read them</source>
        <translation>Σ 读取它们的访问模式的速率</translation>
    </message>
    <message>
        <source>parents that a reader follows</source>
        <translation>每个读者关注的父对象数</translation>
    </message>
    <message>
        <source>rows copied a second</source>
        <translation>每秒复制的行</translation>
    </message>
    <message>
        <source>followers that can be served in time</source>
        <translation>能及时送达的粉丝数</translation>
    </message>
    <message>
        <source>time that a fan-out may take × rows copied a second</source>
        <translation>扇出允许的时间 × 每秒复制的行</translation>
    </message>
    <message>
        <source>celebrity threshold</source>
        <translation>名人阈值</translation>
    </message>
    <message>
        <source>the smallest of: what can be served in time, where asking is less work, the largest</source>
        <translation>取最小者：能及时送达的、查询更省力的、最大的</translation>
    </message>
    <message>
        <source>the smaller of what can be served in time and the largest</source>
        <translation>取“能及时送达的”与“最大的”中较小者</translation>
    </message>
    <message>
        <source>the largest, one row after another</source>
        <translation>最大者，逐行进行</translation>
    </message>
    <message>
        <source>followers of the largest × time to write a row</source>
        <translation>粉丝最多者的粉丝数 × 写一行的时间</translation>
    </message>
    <message>
        <source>one, and its part of the page</source>
        <translation>一个，及其在页面中的部分</translation>
    </message>
    <message>
        <source>time to ask one parent</source>
        <translation>查询一个父对象的时间</translation>
    </message>
    <message>
        <source>a point read + its rows × time of a row</source>
        <translation>一次点读 + 行数 × 每行用时</translation>
    </message>
    <message>
        <source>requests to shards for each parent</source>
        <translation>每个父对象对分片的请求数</translation>
    </message>
    <message>
        <source>shards × (1 − (1 − 1 ÷ shards)^parents followed) ÷ parents followed; none on one shard</source>
        <translation>分片数 × (1 − (1 − 1 ÷ 分片数)^关注的父对象数) ÷ 关注的父对象数；单分片时没有</translation>
    </message>
    <message>
        <source>(a probe + its rows) × time of a row + requests to shards × a point read</source>
        <translation>(一次探查 + 行数) × 每行用时 + 对分片的请求 × 一次点读</translation>
    </message>
    <message>
        <source>time to read a page of the copy</source>
        <translation>读取一页副本的时间</translation>
    </message>
    <message>
        <source>a point read + rows × time of a row</source>
        <translation>一次点读 + 行数 × 每行用时</translation>
    </message>
    <message>
        <source>time that an entry lives</source>
        <translation>条目的存活时间</translation>
    </message>
    <message>
        <source>no time to live is stated: five seconds</source>
        <translation>未指定存活时间：五秒</translation>
    </message>
    <message>
        <source>followers from which asking is less work</source>
        <translation>从此粉丝数起查询更省力</translation>
    </message>
    <message>
        <source>(a × time to ask ÷ (b × time to write − a × look-up) − 1) ÷ (a × time an entry lives), a = reads ÷ readers, b = items ÷ parents</source>
        <translation>(a × 查询用时 ÷ (b × 写入用时 − a × 查找) − 1) ÷ (a × 条目存活时间)，a = 读取 ÷ 读者，b = 条目 ÷ 父对象</translation>
    </message>
    <message>
        <source>share of the follower pairs that is asked for</source>
        <translation>改为查询的关注关系份额</translation>
    </message>
    <message>
        <source>those of parents above the threshold, by the shape of the fan-out</source>
        <translation>超过阈值的父对象所占份额，按扇出的形状</translation>
    </message>
    <message>
        <source>none on write, all on read</source>
        <translation>写扩散时没有，读扩散时全部</translation>
    </message>
    <message>
        <source>items × followers × (1 − share asked for)</source>
        <translation>条目 × 粉丝数 × (1 − 改为查询的份额)</translation>
    </message>
    <message>
        <source>parents asked a second</source>
        <translation>每秒查询的父对象</translation>
    </message>
    <message>
        <source>reads × parents followed × share asked for</source>
        <translation>读取 × 关注的父对象数 × 改为查询的份额</translation>
    </message>
    <message>
        <source>servers busy with copying</source>
        <translation>复制占用的服务线程</translation>
    </message>
    <message>
        <source>rows copied a second × time to write a row</source>
        <translation>每秒复制的行 × 写一行的时间</translation>
    </message>
    <message>
        <source>servers busy with reading</source>
        <translation>读取占用的服务线程</translation>
    </message>
    <message>
        <source>parents asked × time to ask one</source>
        <translation>查询的父对象 × 查询一个的时间</translation>
    </message>
    <message>
        <source>reads × time to read a page + parents asked × time to ask one</source>
        <translation>读取 × 读一页的时间 + 查询的父对象 × 查询一个的时间</translation>
    </message>
    <message>
        <source>copying + reading</source>
        <translation>复制 + 读取</translation>
    </message>
    <message>
        <source>longest fan-out</source>
        <translation>最长的扇出</translation>
    </message>
    <message>
        <source>nothing is copied</source>
        <translation>没有复制任何内容</translation>
    </message>
    <message>
        <source>followers of the largest that is copied ÷ rows copied a second</source>
        <translation>被复制者中最多的粉丝数 ÷ 每秒复制的行</translation>
    </message>
    <message>
        <source>as often as its cause happens, for each row it changes</source>
        <translation>与其起因同频，每变更一行一次</translation>
    </message>
    <message>
        <source>as what it copies has it</source>
        <translation>与其所复制的内容相同</translation>
    </message>
    <message>
        <source>work of one %1</source>
        <translation>一次 %1 的工作量</translation>
    </message>
    <message>
        <source>service time × partitions asked × copies × (1 − hit ratio), of all visits</source>
        <translation>服务时间 × 访问的分区数 × 份数 × (1 − 命中率)，对所有访问求和</translation>
    </message>
    <message>
        <source>average rate × work of one</source>
        <translation>平均速率 × 单次工作量</translation>
    </message>
    <message>
        <source>sum over the patterns</source>
        <translation>对各访问模式求和</translation>
    </message>
    <message>
        <source>rows and entries of one %1</source>
        <translation>一次 %1 的行和索引项</translation>
    </message>
    <message>
        <source>as planned from the fan-outs and indexes of the model</source>
        <translation>按模型的扇出和索引规划</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>%1 写入</translation>
    </message>
    <message>
        <source>average rate × rows and entries of one</source>
        <translation>平均速率 × 单次的行和索引项</translation>
    </message>
    <message>
        <source>rows and index entries written a second</source>
        <translation>每秒写入的行和索引项</translation>
    </message>
    <message>
        <source>bytes that %1 writes to %2</source>
        <translation>%1 写入 %2 的字节</translation>
    </message>
    <message>
        <source>average rate × rows × bytes of a row</source>
        <translation>平均速率 × 行数 × 每行字节</translation>
    </message>
    <message>
        <source>bytes written a second</source>
        <translation>每秒写入字节</translation>
    </message>
    <message>
        <source>sum over patterns and structures</source>
        <translation>对访问模式和存储结构求和</translation>
    </message>
    <message>
        <source>the comparison was cancelled</source>
        <translation>比较已取消</translation>
    </message>
    <message>
        <source>, of parents with up to %1</source>
        <translation>，父对象的子行不超过 %1</translation>
    </message>
    <message>
        <source>oldest answer</source>
        <translation>最旧的答案</translation>
    </message>
    <message>
        <source>steps of the plan</source>
        <translation>计划的步骤</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>reads + writes</source>
        <translation>读取 + 写入</translation>
    </message>
    <message>
        <source>reads a write</source>
        <translation>每次写入对应的读取次数</translation>
    </message>
    <message>
        <source>Σ rates of the patterns that it serves ÷ Σ rates of those that change it</source>
        <translation>Σ 它所满足的访问模式的速率 ÷ Σ 变更它的访问模式的速率</translation>
    </message>
    <message>
        <source>written in the transaction: there when the write is acknowledged</source>
        <translation>在事务中写入：写入确认时即已存在</translation>
    </message>
    <message>
        <source>ten minutes</source>
        <translation>十分钟</translation>
    </message>
    <message>
        <source>the period: each portion is made anew once in it</source>
        <translation>该周期：每一部分在其中重建一次</translation>
    </message>
    <message>
        <source>lag of the relay</source>
        <translation>中继的滞后</translation>
    </message>
    <message>
        <source>polled every half second (Debezium&apos;s poll.interval.ms is 500 by default)</source>
        <translation>每半秒轮询一次（Debezium 的 poll.interval.ms 默认为 500）</translation>
    </message>
    <message>
        <source>rows for the largest parent</source>
        <translation>最大父对象的行数</translation>
    </message>
    <message>
        <source>the largest fan-out that is copied</source>
        <translation>被复制的最大扇出</translation>
    </message>
    <message>
        <source>lag of the relay + rows for the largest parent × time to write a row ÷ servers free</source>
        <translation>中继的滞后 + 最大父对象的行数 × 写一行的时间 ÷ 空闲的服务线程</translation>
    </message>
    <message>
        <source>p99 of %1</source>
        <translation>%1 的 p99</translation>
    </message>
    <message>
        <source>p99 of the slowest write</source>
        <translation>最慢写入的 p99</translation>
    </message>
    <message>
        <source>of the write + of its upkeep: an upper bound, as percentiles do not add</source>
        <translation>写入的 + 维护副本的：上界，因为百分位数不可相加</translation>
    </message>
    <message>
        <source>of the write; nothing waits for copies</source>
        <translation>写入的；没有什么等待副本</translation>
    </message>
    <message>
        <source>servers busy whatever is written</source>
        <translation>与写入量无关的占用服务线程</translation>
    </message>
    <message>
        <source>reads a write up to which it pays</source>
        <translation>值得采用的读写比上限</translation>
    </message>
    <message>
        <source>reads a write from which it pays</source>
        <translation>值得采用的读写比下限</translation>
    </message>
    <message>
        <source>what a write costs more ÷ what a read costs less; what is made anew counts to the writes</source>
        <translation>写入多花的 ÷ 读取少花的；重建的部分计入写入</translation>
    </message>
    <message>
        <source>hours of a month</source>
        <translation>一个月的小时数</translation>
    </message>
    <message>
        <source>price sheet %1</source>
        <translation>价目表 %1</translation>
    </message>
    <message>
        <source>the price sheet %1 has no price for %2</source>
        <translation>价目表 %1 没有 %2 的价格</translation>
    </message>
    <message>
        <source>%1 price sheet %2, list price as of %3: %4</source>
        <translation>%1 价目表 %2，%3 的目录价：%4</translation>
    </message>
    <message>
        <source>the sheet has no price for</source>
        <translation>价目表没有以下项目的价格：</translation>
    </message>
    <message>
        <source>an hour of %1</source>
        <translation>%1 每小时</translation>
    </message>
    <message>
        <source>machines × price of an hour × hours of a month; the cheapest machine with the cores and the memory</source>
        <translation>机器数 × 每小时价格 × 一个月的小时数；取核心数和内存满足要求的最便宜机器</translation>
    </message>
    <message>
        <source>the price sheet %1 has no machine of %2 cores and %3</source>
        <translation>价目表 %1 没有 %2 核、%3 的机器</translation>
    </message>
    <message>
        <source>machines of the cache</source>
        <translation>缓存的机器</translation>
    </message>
    <message>
        <source>one node × how full it may be</source>
        <translation>单节点 × 允许用满的比例</translation>
    </message>
    <message>
        <source>nodes of the cache</source>
        <translation>缓存的节点</translation>
    </message>
    <message>
        <source>⌈memory of the cache ÷ (memory of a node × how full)⌉</source>
        <translation>⌈缓存的内存 ÷ (单节点内存 × 用满的比例)⌉</translation>
    </message>
    <message>
        <source>for the cache</source>
        <translation>用于缓存</translation>
    </message>
    <message>
        <source>a gigabyte of storage for a month</source>
        <translation>每月每 GB 存储</translation>
    </message>
    <message>
        <source>gigabytes without charge</source>
        <translation>免费的 GB 数</translation>
    </message>
    <message>
        <source>(gigabytes − those without charge) × price</source>
        <translation>(GB 数 − 免费部分) × 价格</translation>
    </message>
    <message>
        <source>gigabytes × price</source>
        <translation>GB 数 × 价格</translation>
    </message>
    <message>
        <source>disks provisioned</source>
        <translation>预置磁盘</translation>
    </message>
    <message>
        <source>an operation a second for a month</source>
        <translation>每月每秒一次操作</translation>
    </message>
    <message>
        <source>rows read from disk</source>
        <translation>从磁盘读取的行</translation>
    </message>
    <message>
        <source>rows read at the peaks that memory does not hold: it holds first what is read most for its bytes, on all nodes together; rows of a structure taken as equally likely</source>
        <translation>峰值时读取且不在内存中的行：内存先放按字节计读取最多的内容，所有节点合计；同一结构的行视为等概率</translation>
    </message>
    <message>
        <source>disk operations of a node</source>
        <translation>单节点的磁盘操作</translation>
    </message>
    <message>
        <source>(rows read from disk + Σ peak × rows and entries written × replicas) ÷ nodes</source>
        <translation>(从磁盘读取的行 + Σ 峰值 × 写入的行和索引项 × 副本数) ÷ 节点数</translation>
    </message>
    <message>
        <source>operations included</source>
        <translation>已包含的操作</translation>
    </message>
    <message>
        <source>the price sheet includes none</source>
        <translation>价目表不含免费操作</translation>
    </message>
    <message>
        <source>(operations of a node − those included) × nodes × price</source>
        <translation>(单节点操作 − 已包含) × 节点数 × 价格</translation>
    </message>
    <message>
        <source>a gigabyte between zones</source>
        <translation>可用区之间每 GB</translation>
    </message>
    <message>
        <source>share of answers that cross zones</source>
        <translation>跨可用区的答案份额</translation>
    </message>
    <message>
        <source>replicas are in zones of their own, three at most, and clients in all of them alike</source>
        <translation>副本各在一个可用区，至多三个，客户端均匀分布在各区</translation>
    </message>
    <message>
        <source>bytes between zones</source>
        <translation>可用区之间的字节</translation>
    </message>
    <message>
        <source>Σ rate × (rows written × bytes × further replicas + rows returned × bytes × share that crosses zones)</source>
        <translation>Σ 速率 × (写入的行 × 字节 × 其余副本 + 返回的行 × 字节 × 跨区份额)</translation>
    </message>
    <message>
        <source>between zones</source>
        <translation>可用区之间</translation>
    </message>
    <message>
        <source>bytes a second × seconds of a month ÷ bytes of a gigabyte × price</source>
        <translation>每秒字节 × 一个月的秒数 ÷ 每 GB 字节 × 价格</translation>
    </message>
    <message>
        <source>a gigabyte of backup for a month</source>
        <translation>每月每 GB 备份</translation>
    </message>
    <message>
        <source>full copies kept</source>
        <translation>保留的全量备份</translation>
    </message>
    <message>
        <source>one full backup</source>
        <translation>一份全量备份</translation>
    </message>
    <message>
        <source>share of the disks that backups may fill without charge</source>
        <translation>备份可免费占用的磁盘份额</translation>
    </message>
    <message>
        <source>(gigabytes of one copy × copies − what the disks include) × price</source>
        <translation>(单份 GB × 份数 − 磁盘已含) × 价格</translation>
    </message>
    <message>
        <source>gigabytes of one copy × copies × price</source>
        <translation>单份 GB × 份数 × 价格</translation>
    </message>
    <message>
        <source>rate × (1 − hit ratio) × units of one request</source>
        <translation>速率 × (1 − 命中率) × 单次请求的单位</translation>
    </message>
    <message>
        <source>units of one request</source>
        <translation>单次请求的单位</translation>
    </message>
    <message>
        <source>a million units</source>
        <translation>每百万单位</translation>
    </message>
    <message>
        <source>no pattern consumes any</source>
        <translation>没有访问模式消耗单位</translation>
    </message>
    <message>
        <source>units a second × seconds of a month ÷ a million × price</source>
        <translation>每秒单位 × 一个月的秒数 ÷ 一百万 × 价格</translation>
    </message>
    <message>
        <source>a unit for an hour</source>
        <translation>每小时一个单位</translation>
    </message>
    <message>
        <source>Σ rate at that minute × units of a request</source>
        <translation>Σ 该分钟的速率 × 单次请求的单位</translation>
    </message>
    <message>
        <source>⌈units in the busiest minute ÷ how busy they may be⌉</source>
        <translation>⌈最忙一分钟的单位 ÷ 允许的繁忙程度⌉</translation>
    </message>
    <message>
        <source>units × hours of a month × price</source>
        <translation>单位 × 一个月的小时数 × 价格</translation>
    </message>
    <message>
        <source>the price sheet %1 has no prices of request units</source>
        <translation>价目表 %1 没有请求单位的价格</translation>
    </message>
    <message>
        <source>sum of the lines, list prices as of %1</source>
        <translation>各项之和，%1 的目录价</translation>
    </message>
    <message>
        <source>requests of a month</source>
        <translation>每月请求数</translation>
    </message>
    <message>
        <source>Σ average rate × seconds of a month</source>
        <translation>Σ 平均速率 × 一个月的秒数</translation>
    </message>
    <message>
        <source>cost a month ÷ requests of a month × a million</source>
        <translation>每月费用 ÷ 每月请求数 × 一百万</translation>
    </message>
    <message>
        <source>there are no requests</source>
        <translation>没有请求</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>每月 %1</translation>
    </message>
    <message>
        <source>nothing is charged for it</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>sum of the lines</source>
        <translation>各项之和</translation>
    </message>
    <message>
        <source>copied columns: %1</source>
        <translation>复制的列：%1</translation>
    </message>
    <message>
        <source>embedded document: %1</source>
        <translation>嵌入文档：%1</translation>
    </message>
    <message>
        <source>precomputed aggregate: %1</source>
        <translation>预计算聚合：%1</translation>
    </message>
    <message>
        <source>materialized view: %1</source>
        <translation>物化视图：%1</translation>
    </message>
    <message>
        <source>read model: %1</source>
        <translation>读模型：%1</translation>
    </message>
    <message>
        <source>projection of events: %1</source>
        <translation>事件投影：%1</translation>
    </message>
    <message>
        <source>a quoted field is not closed</source>
        <translation>字段的引号没有闭合</translation>
    </message>
    <message>
        <source>double the quotes inside it</source>
        <translation>把其中的引号写成两个</translation>
    </message>
    <message>
        <source>there is text behind the closing quote of a field</source>
        <translation>字段的右引号之后还有文字</translation>
    </message>
    <message>
        <source>the file cannot be read to its end</source>
        <translation>无法读到文件末尾</translation>
    </message>
    <message>
        <source>is it a file?</source>
        <translation>它是文件吗？</translation>
    </message>
    <message>
        <source>did you mean &quot;%1&quot;?</source>
        <translation>您是指“%1”吗？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <translation>“%1”不是%2</translation>
    </message>
    <message>
        <source>write it as %1</source>
        <translation>写法如 %1</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>50ms, 5s, 15min, 2h or 730d</source>
        <translation>50ms、5s、15min、2h 或 730d</translation>
    </message>
    <message>
        <source>a rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>5000/s, 300/min, 20/h or 2e6/day</source>
        <translation>5000/s、300/min、20/h 或 2e6/day</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>一天中的时刻</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>1e9, 200M or 1500</source>
        <translation>1e9、200M 或 1500</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>600B, 20kB or 1.5MiB</source>
        <translation>600B、20kB 或 1.5MiB</translation>
    </message>
    <message>
        <source>a share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>99.95% or 0.3</source>
        <translation>99.95% 或 0.3</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>SHARDSCAPE_RESOURCES names %1, which is not a folder</source>
        <translation>SHARDSCAPE_RESOURCES 指向 %1，它不是文件夹</translation>
    </message>
    <message>
        <source>correct or unset the variable</source>
        <translation>请更正或取消该变量</translation>
    </message>
    <message>
        <source>the files that come with Shardscape are not there</source>
        <translation>找不到随 Shardscape 附带的文件</translation>
    </message>
    <message>
        <source>reinstall it, or set SHARDSCAPE_RESOURCES to its folder &quot;resources&quot;</source>
        <translation>请重新安装，或将 SHARDSCAPE_RESOURCES 设为其“resources”文件夹</translation>
    </message>
    <message>
        <source>The share of nulls is not between 0 and 1</source>
        <translation>空值份额不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>10 % is 0.1</source>
        <translation>10% 写作 0.1</translation>
    </message>
    <message>
        <source>A size or count of the statistics is negative or not a number</source>
        <translation>统计信息中的大小或数量为负，或不是数字</translation>
    </message>
    <message>
        <source>Leave it empty when it is not known</source>
        <translation>不知道时请留空</translation>
    </message>
    <message>
        <source>The maximum size is below the average size</source>
        <translation>最大长度小于平均长度</translation>
    </message>
    <message>
        <source>Raise the maximum</source>
        <translation>请调大最大值</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot hold what this generator makes</source>
        <translation>%1 的类型是 %2，无法保存此生成器生成的值</translation>
    </message>
    <message>
        <source>Change the type first: ascending numbers need an integer, Snowflake ids int64, UUIDs uuid</source>
        <translation>请先更改类型：递增编号需要整数，Snowflake 编号需要 int64，UUID 需要 uuid</translation>
    </message>
    <message>
        <source>the attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>%1 already has an attribute %2</source>
        <translation>%1 已有属性 %2</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>请另选名称</translation>
    </message>
    <message>
        <source>%1 is partitioned by %2</source>
        <translation>%1 按 %2 分区</translation>
    </message>
    <message>
        <source>Change the partitioning first</source>
        <translation>请先更改分区</translation>
    </message>
    <message>
        <source>%1.%2 is computed from %3</source>
        <translation>%1.%2 由 %3 计算得出</translation>
    </message>
    <message>
        <source>Remove the generated attribute first, or with it</source>
        <translation>请先删除或一并删除该生成属性</translation>
    </message>
    <message>
        <source>The length or precision of the type is negative</source>
        <translation>类型的长度或精度为负</translation>
    </message>
    <message>
        <source>Leave it 0 for no limit</source>
        <translation>留 0 表示不限</translation>
    </message>
    <message>
        <source>The enumeration of the type is not in the project</source>
        <translation>类型所用的枚举不在项目中</translation>
    </message>
    <message>
        <source>Choose or add an enumeration</source>
        <translation>请选择或添加枚举</translation>
    </message>
    <message>
        <source>A type of the engine&apos;s own needs its name</source>
        <translation>引擎自有类型需要名称</translation>
    </message>
    <message>
        <source>Write it as the engine does, for example inet</source>
        <translation>按引擎的写法填写，例如 inet</translation>
    </message>
    <message>
        <source>An array needs the type of its elements</source>
        <translation>数组需要元素类型</translation>
    </message>
    <message>
        <source>Choose what it is an array of</source>
        <translation>请选择数组元素的类型</translation>
    </message>
    <message>
        <source>the reference from %1</source>
        <translation>来自 %1 的引用</translation>
    </message>
    <message>
        <source>An attribute of %1 is used by %2</source>
        <translation>%1 的一个属性被 %2 使用</translation>
    </message>
    <message>
        <source>%1 of %2 is used by %3</source>
        <translation>%2 的 %1 被 %3 使用</translation>
    </message>
    <message>
        <source>%1 of %2 are used by %3</source>
        <translation>%2 的 %1 被 %3 使用</translation>
    </message>
    <message>
        <source>Remove these as well, or change them first</source>
        <translation>请一并删除，或先更改它们</translation>
    </message>
    <message>
        <source>%1.%2 is part of the primary key</source>
        <translation>%1.%2 是主键的一部分</translation>
    </message>
    <message>
        <source>Take it out of the key first</source>
        <translation>请先将其移出主键</translation>
    </message>
    <message>
        <source>%1.%2 is a generated column</source>
        <translation>%1.%2 是生成列</translation>
    </message>
    <message>
        <source>It cannot have a default as well</source>
        <translation>它不能同时有默认值</translation>
    </message>
    <message>
        <source>%1.%2 cannot be computed from itself</source>
        <translation>%1.%2 不能由自身计算</translation>
    </message>
    <message>
        <source>Name other columns</source>
        <translation>请使用其他列</translation>
    </message>
    <message>
        <source>the boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>There is already a boundary named %1</source>
        <translation>已有名为 %1 的边界</translation>
    </message>
    <message>
        <source>A colour is an index from 0</source>
        <translation>颜色是从 0 开始的序号</translation>
    </message>
    <message>
        <source>Choose names that are all different</source>
        <translation>请选择互不相同的名称</translation>
    </message>
    <message>
        <source>renamed %1</source>
        <translation>已重命名 %1</translation>
    </message>
    <message>
        <source>This column set has no columns</source>
        <translation>此列集合没有列</translation>
    </message>
    <message>
        <source>Choose another one</source>
        <translation>请另选一个</translation>
    </message>
    <message>
        <source>These columns are there already</source>
        <translation>这些列已经存在</translation>
    </message>
    <message>
        <source>Choose entities without them</source>
        <translation>请选择没有这些列的实体</translation>
    </message>
    <message>
        <source>A column set needs a column</source>
        <translation>列集合至少需要一列</translation>
    </message>
    <message>
        <source>Choose the columns that belong to it</source>
        <translation>请选择属于它的列</translation>
    </message>
    <message>
        <source>A note is outside the canvas</source>
        <translation>注释位于画布之外</translation>
    </message>
    <message>
        <source>The sides of a note are between 24 and 10,000</source>
        <translation>注释的边长在 24 与 10,000 之间</translation>
    </message>
    <message>
        <source>A note&apos;s colour is a number from 0</source>
        <translation>注释的颜色是从 0 开始的编号</translation>
    </message>
    <message>
        <source>The note has %1 bytes; 10,000 is the most</source>
        <translation>注释有 %1 字节；最多 10,000</translation>
    </message>
    <message>
        <source>Split it</source>
        <translation>请拆分</translation>
    </message>
    <message>
        <source>A position is outside the canvas</source>
        <translation>某个位置在画布之外</translation>
    </message>
    <message>
        <source>A bend is outside the canvas</source>
        <translation>某个折点在画布之外</translation>
    </message>
    <message>
        <source>the diagram</source>
        <translation>图</translation>
    </message>
    <message>
        <source>There is already a diagram named %1</source>
        <translation>已有名为 %1 的图</translation>
    </message>
    <message>
        <source>A project has at least one diagram</source>
        <translation>项目至少有一张图</translation>
    </message>
    <message>
        <source>Add another one first</source>
        <translation>请先添加另一张</translation>
    </message>
    <message>
        <source>1 entity moved</source>
        <translation>移动了 1 个实体</translation>
    </message>
    <message>
        <source>%1 entities moved</source>
        <translation>移动了 %1 个实体</translation>
    </message>
    <message>
        <source>1 line rerouted</source>
        <translation>1 条连线改道</translation>
    </message>
    <message>
        <source>%1 lines rerouted</source>
        <translation>%1 条连线改道</translation>
    </message>
    <message>
        <source>entities shown changed</source>
        <translation>显示的实体有变更</translation>
    </message>
    <message>
        <source>pins changed</source>
        <translation>固定状态有变更</translation>
    </message>
    <message>
        <source>groups changed</source>
        <translation>分组有变更</translation>
    </message>
    <message>
        <source>notes changed</source>
        <translation>注释有变更</translation>
    </message>
    <message>
        <source>diagram %1</source>
        <translation>图 %1</translation>
    </message>
    <message>
        <source>diagram %1: %2</source>
        <translation>图 %1：%2</translation>
    </message>
    <message>
        <source>diagram %1 added</source>
        <translation>已添加图 %1</translation>
    </message>
    <message>
        <source>diagram %1 removed</source>
        <translation>已删除图 %1</translation>
    </message>
    <message>
        <source>project, %1</source>
        <translation>项目，%1</translation>
    </message>
    <message>
        <source>access pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>The name of %1 is empty</source>
        <translation>%1 的名称为空</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>请为其命名</translation>
    </message>
    <message>
        <source>The name of %1 has %2 bytes; %3 is the most</source>
        <translation>%1 的名称有 %2 字节；最多 %3</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>请缩短</translation>
    </message>
    <message>
        <source>The name of %1 has characters that cannot be written</source>
        <translation>%1 的名称含有无法书写的字符</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and punctuation</source>
        <translation>请使用字母、数字、空格和标点</translation>
    </message>
    <message>
        <source>There is no such %1 in the project</source>
        <translation>项目中没有这样的%1</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile</source>
        <translation>它可能已被删除</translation>
    </message>
    <message>
        <source>The position is outside the canvas</source>
        <translation>该位置在画布之外</translation>
    </message>
    <message>
        <source>There is already an entity named %1</source>
        <translation>已有名为 %1 的实体</translation>
    </message>
    <message>
        <source>The number of rows or its growth is out of range</source>
        <translation>行数或其增长超出范围</translation>
    </message>
    <message>
        <source>Rows are 0 or more; a rate of -1 a day means that all rows go</source>
        <translation>行数为 0 或更多；每天 −1 的速率表示所有行都会消失</translation>
    </message>
    <message>
        <source>The retention is not a positive number of days</source>
        <translation>保留期不是正的天数</translation>
    </message>
    <message>
        <source>Leave it empty to keep rows for ever</source>
        <translation>留空表示永久保留行</translation>
    </message>
    <message>
        <source>The time that a partition covers is not a positive number of days</source>
        <translation>分区覆盖的时间不是正的天数</translation>
    </message>
    <message>
        <source>The tier %1 does not begin after the one before</source>
        <translation>层级 %1 的起点不晚于前一层级</translation>
    </message>
    <message>
        <source>Tiers are in the order of the age of their rows, in days</source>
        <translation>层级按行的存在时间（天）排序</translation>
    </message>
    <message>
        <source>The shares that the tier %1 keeps are out of range</source>
        <translation>层级 %1 保留的份额超出范围</translation>
    </message>
    <message>
        <source>A fifth of the bytes is 0.2</source>
        <translation>五分之一的字节写作 0.2</translation>
    </message>
    <message>
        <source>the entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>%1 has two attributes %2</source>
        <translation>%1 有两个属性 %2</translation>
    </message>
    <message>
        <source>Rename one of them</source>
        <translation>请重命名其中一个</translation>
    </message>
    <message>
        <source>attribute of a key</source>
        <translation>键的属性</translation>
    </message>
    <message>
        <source>%1 has %2 primary keys</source>
        <translation>%1 有 %2 个主键</translation>
    </message>
    <message>
        <source>Keep one</source>
        <translation>请保留一个</translation>
    </message>
    <message>
        <source>attribute of an index</source>
        <translation>索引的属性</translation>
    </message>
    <message>
        <source>attribute of the partitioning key</source>
        <translation>分区键的属性</translation>
    </message>
    <message>
        <source>an access pattern</source>
        <translation>一个访问模式</translation>
    </message>
    <message>
        <source>access patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>%1 is used by an access pattern: %2</source>
        <translation>%1 被访问模式使用：%2</translation>
    </message>
    <message>
        <source>%1 is used by access patterns: %2</source>
        <translation>%1 被访问模式使用：%2</translation>
    </message>
    <message>
        <source>%1 is used by %2: %3</source>
        <translation>%1 被%2使用：%3</translation>
    </message>
    <message>
        <source>Remove the patterns as well, or change them first</source>
        <translation>请一并删除这些访问模式，或先更改它们</translation>
    </message>
    <message>
        <source>the schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>%1 is partitioned by nothing</source>
        <translation>%1 没有分区依据</translation>
    </message>
    <message>
        <source>Name a column or an expression</source>
        <translation>请指定列或表达式</translation>
    </message>
    <message>
        <source>The offset is outside the canvas</source>
        <translation>偏移超出画布</translation>
    </message>
    <message>
        <source>The index on %1 has no column</source>
        <translation>%1 上的索引没有列</translation>
    </message>
    <message>
        <source>Choose a column or write an expression</source>
        <translation>请选择列或写表达式</translation>
    </message>
    <message>
        <source>attribute of the index</source>
        <translation>索引的属性</translation>
    </message>
    <message>
        <source>A method of the engine&apos;s own needs its name</source>
        <translation>引擎自有的方法需要名称</translation>
    </message>
    <message>
        <source>Write it as the engine does</source>
        <translation>按引擎的写法填写</translation>
    </message>
    <message>
        <source>the index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>There is already an index %1</source>
        <translation>已有名为 %1 的索引</translation>
    </message>
    <message>
        <source>%1 comes twice in a key of %2</source>
        <translation>%1 在 %2 的键中出现两次</translation>
    </message>
    <message>
        <source>Name each attribute once</source>
        <translation>每个属性只列一次</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>The check has no condition</source>
        <translation>检查约束没有条件</translation>
    </message>
    <message>
        <source>Write one, for example quantity &gt; 0</source>
        <translation>请填写，例如 quantity &gt; 0</translation>
    </message>
    <message>
        <source>A unique key needs an attribute</source>
        <translation>唯一键需要属性</translation>
    </message>
    <message>
        <source>Choose one or more</source>
        <translation>请选择一个或多个</translation>
    </message>
    <message>
        <source>These attributes of %1 are a key already</source>
        <translation>%1 的这些属性已是键</translation>
    </message>
    <message>
        <source>Nothing has to be done</source>
        <translation>无需任何操作</translation>
    </message>
    <message>
        <source>A key needs an attribute</source>
        <translation>键需要属性</translation>
    </message>
    <message>
        <source>Remove the key instead</source>
        <translation>请改为删除该键</translation>
    </message>
    <message>
        <source>%1 has another primary key</source>
        <translation>%1 另有主键</translation>
    </message>
    <message>
        <source>Make that one unique first</source>
        <translation>请先把那个主键改为唯一键</translation>
    </message>
    <message>
        <source>An exclusion has no definition</source>
        <translation>排除约束没有定义</translation>
    </message>
    <message>
        <source>The rate is negative or not a number</source>
        <translation>速率为负或不是数字</translation>
    </message>
    <message>
        <source>Write it as 5000/s or 2e6/day</source>
        <translation>写法如 5000/s 或 2e6/day</translation>
    </message>
    <message>
        <source>The daily profile is out of range</source>
        <translation>日变化曲线超出范围</translation>
    </message>
    <message>
        <source>The peak is an hour from 0 to 24, the trough a share of the peak from 0 to 1</source>
        <translation>峰值是 0 到 24 的时刻，低谷是峰值的 0 到 1 的份额</translation>
    </message>
    <message>
        <source>A weight of the weekly profile is negative or not a number</source>
        <translation>周变化曲线的某个权重为负或不是数字</translation>
    </message>
    <message>
        <source>The weights of the weekly profile sum to nothing</source>
        <translation>周变化曲线的权重之和为零</translation>
    </message>
    <message>
        <source>Give one day traffic</source>
        <translation>请让某一天有流量</translation>
    </message>
    <message>
        <source>Start, length or factor of the profile is out of range</source>
        <translation>变化曲线的开始、长度或倍数超出范围</translation>
    </message>
    <message>
        <source>The theta of the popularity is out of range</source>
        <translation>热度分布的 theta 超出范围</translation>
    </message>
    <message>
        <source>0 is uniform, 0.99 is usual</source>
        <translation>0 为均匀，常用 0.99</translation>
    </message>
    <message>
        <source>A share of the hot set is not between 0 and 1</source>
        <translation>热点集合的份额不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>20 % of the keys is 0.2</source>
        <translation>20% 的键写作 0.2</translation>
    </message>
    <message>
        <source>A power law needs an exponent above 1</source>
        <translation>幂律需要大于 1 的指数</translation>
    </message>
    <message>
        <source>Follower counts have about 2.1</source>
        <translation>粉丝数约为 2.1</translation>
    </message>
    <message>
        <source>A sample of keys needs its file</source>
        <translation>键的样本需要文件</translation>
    </message>
    <message>
        <source>Choose a CSV file with a key a line</source>
        <translation>请选择每行一个键的 CSV 文件</translation>
    </message>
    <message>
        <source>The counts of a sample of keys are not positive and falling</source>
        <translation>键样本的计数不是递减的正数</translation>
    </message>
    <message>
        <source>Read its file again</source>
        <translation>请重新读取其文件</translation>
    </message>
    <message>
        <source>The staleness bound is negative or not a number</source>
        <translation>陈旧上界为负或不是数字</translation>
    </message>
    <message>
        <source>Write it in seconds</source>
        <translation>请以秒为单位填写</translation>
    </message>
    <message>
        <source>The p99 target is not a positive time</source>
        <translation>p99 目标不是正的时间</translation>
    </message>
    <message>
        <source>50 ms is 0.05 seconds</source>
        <translation>50 ms 写作 0.05 秒</translation>
    </message>
    <message>
        <source>the access pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>There is already an access pattern named %1</source>
        <translation>已有名为 %1 的访问模式</translation>
    </message>
    <message>
        <source>entity or attribute that the access pattern uses</source>
        <translation>访问模式使用的实体或属性</translation>
    </message>
    <message>
        <source>A number of rows of the access pattern is negative or not a number</source>
        <translation>访问模式的行数为负或不是数字</translation>
    </message>
    <message>
        <source>access pattern of the copy</source>
        <translation>副本对应的访问模式</translation>
    </message>
    <message>
        <source>%1 is served from a copy already</source>
        <translation>%1 已由一个副本满足</translation>
    </message>
    <message>
        <source>Change the copy that is there</source>
        <translation>请更改现有的副本</translation>
    </message>
    <message>
        <source>%1 writes; copies serve patterns that read</source>
        <translation>%1 是写入；副本只服务读取类访问模式</translation>
    </message>
    <message>
        <source>Lag, period and largest fan-out of a copy are not negative</source>
        <translation>副本的滞后、周期和最大扇出不得为负</translation>
    </message>
    <message>
        <source>Leave them empty to have them assumed</source>
        <translation>留空则采用假定值</translation>
    </message>
    <message>
        <source>%1 is said twice of %2</source>
        <translation>对 %2 的 %1 说明了两次</translation>
    </message>
    <message>
        <source>A layout needs its engine</source>
        <translation>布局需要引擎</translation>
    </message>
    <message>
        <source>Choose one of the catalogue</source>
        <translation>请从目录中选择</translation>
    </message>
    <message>
        <source>There is already a layout on %1</source>
        <translation>在 %1 上已有布局</translation>
    </message>
    <message>
        <source>Change the layout that is there</source>
        <translation>请更改现有的布局</translation>
    </message>
    <message>
        <source>Nodes, partitions and replicas are at least 1</source>
        <translation>节点、分区和副本至少为 1</translation>
    </message>
    <message>
        <source>Leave them empty to derive them</source>
        <translation>留空则由推算得出</translation>
    </message>
    <message>
        <source>The hit ratio of the cache is not between 0 and 1</source>
        <translation>缓存命中率不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>95 % is 0.95</source>
        <translation>95% 写作 0.95</translation>
    </message>
    <message>
        <source>Memory and time to live of the cache are positive</source>
        <translation>缓存的内存和存活时间须为正</translation>
    </message>
    <message>
        <source>The partition key of %1 is empty</source>
        <translation>%1 的分区键为空</translation>
    </message>
    <message>
        <source>Name a column, or leave the choice to the mapping</source>
        <translation>请指定列，或交由映射选择</translation>
    </message>
    <message>
        <source>attribute of the partition key</source>
        <translation>分区键的属性</translation>
    </message>
    <message>
        <source>the enumeration</source>
        <translation>枚举</translation>
    </message>
    <message>
        <source>There is already an enumeration named %1</source>
        <translation>已有名为 %1 的枚举</translation>
    </message>
    <message>
        <source>The label &quot;%1&quot; is empty, too long or there twice</source>
        <translation>标签“%1”为空、过长或重复</translation>
    </message>
    <message>
        <source>Labels differ from each other</source>
        <translation>标签须互不相同</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a dominant constraint</source>
        <translation>“%1”不是主导约束</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>请选择 %1</translation>
    </message>
    <message>
        <source>The availability is not between 0 and 1</source>
        <translation>可用性不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>99.95 % is 0.9995</source>
        <translation>99.95% 写作 0.9995</translation>
    </message>
    <message>
        <source>The budget is negative or not a number</source>
        <translation>预算为负或不是数字</translation>
    </message>
    <message>
        <source>Leave it empty for none</source>
        <translation>没有则留空</translation>
    </message>
    <message>
        <source>The growth of the traffic is out of range</source>
        <translation>流量增长超出范围</translation>
    </message>
    <message>
        <source>2 % a month is 0.02</source>
        <translation>每月 2% 写作 0.02</translation>
    </message>
    <message>
        <source>The enumeration %1 is used by %2</source>
        <translation>枚举 %1 被 %2 使用</translation>
    </message>
    <message>
        <source>Give these another type first</source>
        <translation>请先为它们指定其他类型</translation>
    </message>
    <message>
        <source>The fan-out is negative or not a number</source>
        <translation>扇出为负或不是数字</translation>
    </message>
    <message>
        <source>The maximum of the fan-out is below its mean</source>
        <translation>扇出的最大值小于均值</translation>
    </message>
    <message>
        <source>A column of %1 comes twice in the relationship</source>
        <translation>%1 的一列在关系中出现两次</translation>
    </message>
    <message>
        <source>Name each column once</source>
        <translation>每列只列一次</translation>
    </message>
    <message>
        <source>The relationship pairs %1 columns with %2</source>
        <translation>该关系把 %1 列与 %2 列配对</translation>
    </message>
    <message>
        <source>Give both ends the same number of columns, at least one</source>
        <translation>两端列数须相同，且至少一列</translation>
    </message>
    <message>
        <source>On delete names a column that is not part of the relationship</source>
        <translation>ON DELETE 列出了不属于该关系的列</translation>
    </message>
    <message>
        <source>%1 already refers to %2 by these columns</source>
        <translation>%1 已通过这些列引用 %2</translation>
    </message>
    <message>
        <source>Change the relationship that is there</source>
        <translation>请更改现有的关系</translation>
    </message>
    <message>
        <source>A row of %1 would refer to itself</source>
        <translation>%1 的行会引用自身</translation>
    </message>
    <message>
        <source>Choose another column to refer with</source>
        <translation>请选择其他引用列</translation>
    </message>
    <message>
        <source>%1 has no primary key to refer to</source>
        <translation>%1 没有可引用的主键</translation>
    </message>
    <message>
        <source>Give it a primary key first</source>
        <translation>请先为其设置主键</translation>
    </message>
    <message>
        <source>attribute of the primary key</source>
        <translation>主键的属性</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 is a key by itself, so a row could not be found by it</source>
        <translation>%1 和 %2 本身都不是键，因此无法据此找到行</translation>
    </message>
    <message>
        <source>Make the column that is referred to a primary or unique key, or connect the entities</source>
        <translation>将被引用的列设为主键或唯一键，或改为连接实体</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: they cannot be compared</source>
        <translation>%1 为 %2，而 %3 为 %4：两者不可比较</translation>
    </message>
    <message>
        <source>Give both the same type</source>
        <translation>请使两者类型相同</translation>
    </message>
    <message>
        <source>the junction</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>%1 gets %2 rows, as many as %3, to which each row refers alone.</source>
        <translation>%1 得到 %2 行，与 %3 一样多，其每一行各引用其中一行。</translation>
    </message>
    <message>
        <source>%1: the foreign key %2 shares columns with another and is not held.</source>
        <translation>%1：外键 %2 与另一外键共用列，未予保持。</translation>
    </message>
    <message>
        <source>%1: a second key of several columns is not held.</source>
        <translation>%1：第二个多列键未予保持。</translation>
    </message>
    <message>
        <source>%1.%2 is unique but its type has room for %3 values, not for %4 rows</source>
        <translation>%1.%2 是唯一的，但其类型只容 %3 个值，不够 %4 行</translation>
    </message>
    <message>
        <source>generate fewer rows</source>
        <translation>请生成更少的行</translation>
    </message>
    <message>
        <source>a key of %1 has room for %2 different values, not for %3 rows</source>
        <translation>%1 的一个键只容 %2 个不同值，不够 %3 行</translation>
    </message>
    <message>
        <source>generate fewer rows, or state more different values</source>
        <translation>请生成更少的行，或指定更多的不同值</translation>
    </message>
    <message>
        <source>no action</source>
        <translation>无操作</translation>
    </message>
    <message>
        <source>set null</source>
        <translation>置空</translation>
    </message>
    <message>
        <source>set default</source>
        <translation>置为默认值</translation>
    </message>
    <message>
        <source>layout %1</source>
        <translation>布局 %1</translation>
    </message>
    <message>
        <source>two layouts for engine %1</source>
        <translation>引擎 %1 有两个布局</translation>
    </message>
    <message>
        <source>partition key on %1</source>
        <translation>%1 的分区键</translation>
    </message>
    <message>
        <source>a copy on %1 serves pattern %2 which is not there</source>
        <translation>%1 上的副本服务于不存在的访问模式 %2</translation>
    </message>
    <message>
        <source>%1 holds boundary %2 which is not there</source>
        <translation>%1 包含不存在的边界 %2</translation>
    </message>
    <message>
        <source>%1 has id %2, outside 1 … %3</source>
        <translation>%1 的编号 %2 超出 1 … %3</translation>
    </message>
    <message>
        <source>%1 has id %2, which is taken</source>
        <translation>%1 的编号 %2 已被占用</translation>
    </message>
    <message>
        <source>%1 refers to entity %2 which is not there</source>
        <translation>%1 引用了不存在的实体 %2</translation>
    </message>
    <message>
        <source>%1 refers to attribute %2 which is not in %3</source>
        <translation>%1 引用了 %3 中不存在的属性 %2</translation>
    </message>
    <message>
        <source>enumeration %1</source>
        <translation>枚举 %1</translation>
    </message>
    <message>
        <source>boundary %1</source>
        <translation>边界 %1</translation>
    </message>
    <message>
        <source>entity %1</source>
        <translation>实体 %1</translation>
    </message>
    <message>
        <source>two entities are named %1</source>
        <translation>两个实体同名：%1</translation>
    </message>
    <message>
        <source>%1 belongs to boundary %2 which is not there</source>
        <translation>%1 属于不存在的边界 %2</translation>
    </message>
    <message>
        <source>two attributes of %1 are named %2</source>
        <translation>%1 的两个属性同名：%2</translation>
    </message>
    <message>
        <source>%1.%2 has an enumeration which is not there</source>
        <translation>%1.%2 使用了不存在的枚举</translation>
    </message>
    <message>
        <source>key %1 of %2</source>
        <translation>%2 的键 %1</translation>
    </message>
    <message>
        <source>partitioning of %1</source>
        <translation>%1 的分区</translation>
    </message>
    <message>
        <source>relationship %1</source>
        <translation>关系 %1</translation>
    </message>
    <message>
        <source>%1 pairs %2 columns with %3</source>
        <translation>%1 把 %2 列与 %3 列配对</translation>
    </message>
    <message>
        <source>the first diagram has id %1; it is the one without</source>
        <translation>第一张图的编号为 %1；它应没有编号</translation>
    </message>
    <message>
        <source>two diagrams are named %1</source>
        <translation>两张图同名：%1</translation>
    </message>
    <message>
        <source>%1 has entity %2 which is not there</source>
        <translation>%1 含有不存在的实体 %2</translation>
    </message>
    <message>
        <source>%1 has boundary %2 which is not there</source>
        <translation>%1 含有不存在的边界 %2</translation>
    </message>
    <message>
        <source>a list of %1 is not ascending</source>
        <translation>%1 的一个列表不是升序</translation>
    </message>
    <message>
        <source>%1 bends relationship %2 which is not there</source>
        <translation>%1 使不存在的关系 %2 有折点</translation>
    </message>
    <message>
        <source>a note of %1</source>
        <translation>%1 的一条注释</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>访问模式 %1</translation>
    </message>
    <message>
        <source>two patterns are named %1</source>
        <translation>两个访问模式同名：%1</translation>
    </message>
    <message>
        <source>%1 uses entity %2 which is not there</source>
        <translation>%1 使用了不存在的实体 %2</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is not text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>某列</translation>
    </message>
    <message>
        <source>the value of %1 %2</source>
        <translation>%2 的 %1 的值</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>geometric</source>
        <translation>几何分布</translation>
    </message>
    <message>
        <source>powerlaw</source>
        <translation>幂律</translation>
    </message>
    <message>
        <source>restrict</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Start and length are within a week, the factor is 0 or more</source>
        <translation>开始和长度须在一周之内，倍数为 0 或更多</translation>
    </message>
    <message>
        <source>Known are %1</source>
        <translation>已知的有 %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a string in double quotes</source>
        <translation>双引号中的字符串</translation>
    </message>
    <message>
        <source>There is %1 where %2 was expected</source>
        <translation>应为 %2 之处是 %1</translation>
    </message>
    <message>
        <source>Write digits only</source>
        <translation>只写数字</translation>
    </message>
    <message>
        <source>Write it as 12, 0.5 or 1e9</source>
        <translation>写作 12、0.5 或 1e9</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here</source>
        <translation>“%1”在此处未知</translation>
    </message>
    <message>
        <source>the byte 0x%1</source>
        <translation>字节 0x%1</translation>
    </message>
    <message>
        <source>There is a closing brace too many</source>
        <translation>多了一个右花括号</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>请删除</translation>
    </message>
    <message>
        <source>%1 follows the value</source>
        <translation>值之后是 %1</translation>
    </message>
    <message>
        <source>The text is nested too deeply</source>
        <translation>文本嵌套过深</translation>
    </message>
    <message>
        <source>Objects of a project are nested only a few levels</source>
        <translation>项目的对象只嵌套几层</translation>
    </message>
    <message>
        <source>%1 cannot begin an entry</source>
        <translation>%1 不能作为条目的开头</translation>
    </message>
    <message>
        <source>Write &quot;name: value&quot; or &quot;name {&quot;</source>
        <translation>写作 &quot;name: value&quot; 或 &quot;name {&quot;</translation>
    </message>
    <message>
        <source>Write it behind the colon, or as lines that begin with |</source>
        <translation>请写在冒号之后，或写成以 | 开头的行</translation>
    </message>
    <message>
        <source>Keep one of them</source>
        <translation>请保留其中一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is followed by neither &quot;:&quot; nor &quot;{&quot;</source>
        <translation>“%1”之后既不是“:”也不是“{”</translation>
    </message>
    <message>
        <source>The block %1 is not closed</source>
        <translation>块 %1 没有闭合</translation>
    </message>
    <message>
        <source>Add &quot;}&quot; at its end</source>
        <translation>请在末尾加“}”</translation>
    </message>
    <message>
        <source>The block %1 stands apart from the others of its kind</source>
        <translation>块 %1 与同类的其他块分开了</translation>
    </message>
    <message>
        <source>Move it next to them</source>
        <translation>请移到它们旁边</translation>
    </message>
    <message>
        <source>The record is not closed</source>
        <translation>记录没有闭合</translation>
    </message>
    <message>
        <source>%1 cannot begin a value</source>
        <translation>%1 不能作为值的开头</translation>
    </message>
    <message>
        <source>The text ends before a value</source>
        <translation>文本在值之前结束</translation>
    </message>
    <message>
        <source>Write a word, a number, a string in double quotes, a [list] or a {record}</source>
        <translation>写一个词、数字、双引号中的字符串、[列表] 或 {记录}</translation>
    </message>
    <message>
        <source>The list is not closed</source>
        <translation>列表没有闭合</translation>
    </message>
    <message>
        <source>Add &quot;]&quot; at its end</source>
        <translation>请在末尾加“]”</translation>
    </message>
    <message>
        <source>The string does not end on its line</source>
        <translation>字符串没有在本行结束</translation>
    </message>
    <message>
        <source>Close it with a double quote</source>
        <translation>请用双引号闭合</translation>
    </message>
    <message>
        <source>The string does not end</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>\ followed by %1 means nothing</source>
        <translation>\ 后跟 %1 没有意义</translation>
    </message>
    <message>
        <source>Write \\ for a backslash</source>
        <translation>反斜杠写作 \\</translation>
    </message>
    <message>
        <source>The second half of a surrogate pair is missing</source>
        <translation>缺少代理对的后半部分</translation>
    </message>
    <message>
        <source>Write the character itself</source>
        <translation>请直接写该字符</translation>
    </message>
    <message>
        <source>Half a surrogate pair is no character</source>
        <translation>半个代理对不是字符</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u 需要四位十六进制数字</translation>
    </message>
    <message>
        <source>Write for example \u00e9</source>
        <translation>例如写作 \u00e9</translation>
    </message>
    <message>
        <source>a {record} from id to value</source>
        <translation>从编号到值的 {记录}</translation>
    </message>
    <message>
        <source>A list of %1 numbers was expected</source>
        <translation>应为 %1 个数字的列表</translation>
    </message>
    <message>
        <source>a [list] or blocks</source>
        <translation>[列表] 或块</translation>
    </message>
    <message>
        <source>is null</source>
        <translation>为空值</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>not in the profile</source>
        <translation>不在引擎配置中</translation>
    </message>
    <message>
        <source>There is no such layout</source>
        <translation>没有这样的布局</translation>
    </message>
    <message>
        <source>There is no such access pattern</source>
        <translation>没有这样的访问模式</translation>
    </message>
    <message>
        <source>Keep a copy of another kind</source>
        <translation>请保留另一种副本</translation>
    </message>
    <message>
        <source>The layout keeps no copy for this pattern</source>
        <translation>该布局没有为此访问模式保留副本</translation>
    </message>
    <message>
        <source>properties reordered</source>
        <translation>属性项顺序有变更</translation>
    </message>
    <message>
        <source>%1: properties reordered</source>
        <translation>%1：属性项顺序有变更</translation>
    </message>
    <message>
        <source>The rule for %1 has a brace without its other half</source>
        <translation>%1 的规则有不成对的花括号</translation>
    </message>
    <message>
        <source>Placeholders are written as {table}</source>
        <translation>占位符写作 {table}</translation>
    </message>
    <message>
        <source>The rule for %1 has a placeholder {%2} that it does not know</source>
        <translation>%1 的规则有未知的占位符 {%2}</translation>
    </message>
    <message>
        <source>Known are {%1}</source>
        <translation>已知的有 {%1}</translation>
    </message>
    <message>
        <source>The rule for %1 gives everything the same name</source>
        <translation>%1 的规则给所有对象相同的名称</translation>
    </message>
    <message>
        <source>the rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>primary keys</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique keys</source>
        <translation>唯一键</translation>
    </message>
    <message>
        <source>foreign keys</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>检查约束</translation>
    </message>
    <message>
        <source>the property</source>
        <translation>属性项</translation>
    </message>
    <message>
        <source>The property %1 has a sign in its name that texts need</source>
        <translation>属性项 %1 的名称含有文本所需的符号</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks, dots, slashes and dashes</source>
        <translation>请使用字母、数字、空格、点、斜线和连字符</translation>
    </message>
    <message>
        <source>The value of %1 is not one line of at most %2 bytes</source>
        <translation>%1 的值不是至多 %2 字节的单行文本</translation>
    </message>
    <message>
        <source>Longer texts are for the comment</source>
        <translation>较长的文本请写入注释</translation>
    </message>
    <message>
        <source>The property %1 is there twice</source>
        <translation>属性项 %1 出现两次</translation>
    </message>
    <message>
        <source>There is already a property %1</source>
        <translation>已有属性项 %1</translation>
    </message>
    <message>
        <source>Rows of the tier %1 are in the engine and have its bytes</source>
        <translation>层级 %1 的行在引擎中，占引擎的字节</translation>
    </message>
    <message>
        <source>Tiers of the engine come before those outside of it</source>
        <translation>引擎内的层级排在引擎外的层级之前</translation>
    </message>
    <message>
        <source>State what share of the rows it keeps</source>
        <translation>请说明它保留多大份额的行</translation>
    </message>
    <message>
        <source>rows of the tier %1 are in the engine and have its bytes</source>
        <translation>层级 %1 的行在引擎中，占引擎的字节</translation>
    </message>
    <message>
        <source>state what share of the rows it keeps, as rows=0.1</source>
        <translation>请说明它保留多大份额的行，例如 rows=0.1</translation>
    </message>
    <message>
        <source>Use {table} in it</source>
        <translation>请在其中使用 {table}</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>entries of one %1</source>
        <translation>一次 %1 的索引项数</translation>
    </message>
    <message>
        <source>entries written to %1</source>
        <translation>写入 %1 的索引项</translation>
    </message>
    <message>
        <source>Σ rate × entries of a statement</source>
        <translation>Σ 速率 × 每条语句的索引项</translation>
    </message>
    <message>
        <source>servers busy with %1</source>
        <translation>%1 占用的服务线程</translation>
    </message>
    <message>
        <source>entries a second × time of an entry</source>
        <translation>每秒索引项 × 每项用时</translation>
    </message>
    <message>
        <source>column order: %1 compares columns for equality behind one that it does not; (%2) reads only what it asks for</source>
        <translation>列顺序：%1 在一个不做等值比较的列之后还有做等值比较的列；(%2) 只读取所需的内容</translation>
    </message>
    <message>
        <source>%1 behind its columns</source>
        <translation>在其列之后附带 %1</translation>
    </message>
    <message>
        <source>covering: %1 answers %2 without fetching its %3 rows: %4 servers less at its peak, for %5 more a row</source>
        <translation>覆盖：%1 回答 %2 时无需取其 %3 行：峰值少占 %4 个服务线程，每行多占 %5</translation>
    </message>
    <message>
        <source>partial: WHERE %1 = %2 keeps %3 % of the entries, %4 less</source>
        <translation>部分索引：WHERE %1 = %2 保留 %3% 的索引项，少占 %4</translation>
    </message>
    <message>
        <source>partitions judged for</source>
        <translation>评判所用的分区数</translation>
    </message>
    <message>
        <source>those of the estimate, at least 16</source>
        <translation>与估算相同，至少 16</translation>
    </message>
    <message>
        <source>1 ÷ (w × partitions + 1 − w), w the larger share of the hottest key</source>
        <translation>1 ÷ (w × 分区数 + 1 − w)，w 为最热的键中较大的份额</translation>
    </message>
    <message>
        <source>of the traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>popularity of its keys in all patterns, by rate</source>
        <translation>各访问模式中其键的热度，按速率加权</translation>
    </message>
    <message>
        <source>of the rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>most rows of one value, as fan-outs and different values say</source>
        <translation>单个值的最多行数，由扇出和不同值数得出</translation>
    </message>
    <message>
        <source>partitions asked by %1</source>
        <translation>%1 访问的分区数</translation>
    </message>
    <message>
        <source>a new row goes to one</source>
        <translation>新行只去一个分区</translation>
    </message>
    <message>
        <source>it gives the key</source>
        <translation>它给出了键</translation>
    </message>
    <message>
        <source>it does not give the key</source>
        <translation>它没有给出键</translation>
    </message>
    <message>
        <source>Σ peak rate ÷ partitions asked ÷ Σ peak rate</source>
        <translation>Σ 峰值速率 ÷ 访问的分区数 ÷ Σ 峰值速率</translation>
    </message>
    <message>
        <source>together with</source>
        <translation>与之在一起</translation>
    </message>
    <message>
        <source>apart from</source>
        <translation>与之分离</translation>
    </message>
    <message>
        <source>1 + requests that read both</source>
        <translation>1 + 同时读取两者的请求</translation>
    </message>
    <message>
        <source>co-location</source>
        <translation>同置</translation>
    </message>
    <message>
        <source>weights of the relationships it keeps together ÷ all</source>
        <translation>保持在一起的关系的权重 ÷ 全部权重</translation>
    </message>
    <message>
        <source>%1 ascends: range placement sends all new rows to the last range</source>
        <translation>%1 递增：范围放置会把所有新行送到最后一个范围</translation>
    </message>
    <message>
        <source>the rows of one value grow with the data</source>
        <translation>单个值的行数随数据增长</translation>
    </message>
    <message>
        <source>the rows of one value do not grow</source>
        <translation>单个值的行数不增长</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同值数</translation>
    </message>
    <message>
        <source>those of the columns × salts</source>
        <translation>各列的不同值数 × 盐</translation>
    </message>
    <message>
        <source>stated, or taken from keys, types and fan-outs</source>
        <translation>已指定，或由键、类型和扇出得出</translation>
    </message>
    <message>
        <source>different values ÷ (10 × partitions), at most 1</source>
        <translation>不同值数 ÷ (10 × 分区数)，至多 1</translation>
    </message>
    <message>
        <source>a salt spreads the rows of one value</source>
        <translation>加盐把单个值的行分散开</translation>
    </message>
    <message>
        <source>score of %1</source>
        <translation>%1 的评分</translation>
    </message>
    <message>
        <source>mean of the parts × 100</source>
        <translation>各部分均值 × 100</translation>
    </message>
    <message>
        <source>How many requests the server works on at the same time could not be seen: %1 of the profile stays.</source>
        <translation>看不出服务器同时处理多少请求：保留引擎配置中的 %1。</translation>
    </message>
    <message>
        <source>age of an answer</source>
        <translation>答案的陈旧时间</translation>
    </message>
    <message>
        <source>the leader answers, which has every acknowledged write; a failover may lose the last ones, as its followers lag behind</source>
        <translation>由主节点回答，它有每个已确认的写入；故障切换可能丢失最近的写入，因为从节点有滞后</translation>
    </message>
    <message>
        <source>lag of a follower in the same data centre</source>
        <translation>同一数据中心内从节点的滞后</translation>
    </message>
    <message>
        <source>a follower answers, which lags behind the leader; under bulk writes it lags longer</source>
        <translation>由从节点回答，它滞后于主节点；批量写入时滞后更久</translation>
    </message>
    <message>
        <source>%1 of %2 copies answer, and %3 acknowledge a write%4</source>
        <translation>%2 份副本中 %1 份作答，%3 份确认写入%4</translation>
    </message>
    <message>
        <source>%1 of %2 copies answer, and %3 acknowledge a write: they always meet</source>
        <translation>%2 份副本中 %1 份作答，%3 份确认写入：两者必有交集</translation>
    </message>
    <message>
        <source>%1 of %2 copies answer, and %3 acknowledge a write: they may miss each other</source>
        <translation>%2 份副本中 %1 份作答，%3 份确认写入：两者可能没有交集</translation>
    </message>
    <message>
        <source>%1: they always meet</source>
        <translation>%1：两者必有交集</translation>
    </message>
    <message>
        <source>time in which a write reaches all copies; longer after a failure</source>
        <translation>写入到达所有副本的时间；故障后更长</translation>
    </message>
    <message>
        <source>%1: they may miss each other</source>
        <translation>%1：两者可能没有交集</translation>
    </message>
    <message>
        <source>time in which a global index usually follows</source>
        <translation>全局索引通常跟上所需的时间</translation>
    </message>
    <message>
        <source>a global index answers, which follows its table and has no strong reads</source>
        <translation>由全局索引回答，它跟随其表，没有强一致读</translation>
    </message>
    <message>
        <source>a strongly consistent read of the table</source>
        <translation>对表的强一致读</translation>
    </message>
    <message>
        <source>time in which the copies usually agree</source>
        <translation>各副本通常达成一致的时间</translation>
    </message>
    <message>
        <source>an eventually consistent read, at half the price</source>
        <translation>最终一致读，价格减半</translation>
    </message>
    <message>
        <source>time to live in the cache</source>
        <translation>缓存中的存活时间</translation>
    </message>
    <message>
        <source>of the layout, or what readers tolerate</source>
        <translation>布局所定，或读者可容忍的陈旧时间</translation>
    </message>
    <message>
        <source>time to live in the cache + age of what is loaded</source>
        <translation>缓存中的存活时间 + 载入内容的陈旧时间</translation>
    </message>
    <message>
        <source>the cache answers with entries up to their time to live</source>
        <translation>由缓存回答，条目陈旧至多为其存活时间</translation>
    </message>
    <message>
        <source>, and the cache until a write drops the entry</source>
        <translation>，以及缓存，直到写入使条目失效</translation>
    </message>
    <message>
        <source>entries have no time to live and no write drops them</source>
        <translation>条目没有存活时间，也没有写入使其失效</translation>
    </message>
    <message>
        <source>the cache answers, with entries that have no time to live and that no write drops</source>
        <translation>由缓存回答，其条目没有存活时间，也没有写入使其失效</translation>
    </message>
    <message>
        <source>servers free beside the traffic</source>
        <translation>流量之外空闲的服务线程</translation>
    </message>
    <message>
        <source>nodes × servers of a node × (how busy they may be − how busy they are), at least a twentieth of all</source>
        <translation>节点数 × 单节点服务线程数 × (允许的繁忙程度 − 当前繁忙程度)，至少为全部的二十分之一</translation>
    </message>
    <message>
        <source>as the design has them</source>
        <translation>按设计所有</translation>
    </message>
    <message>
        <source>as placed</source>
        <translation>按放置</translation>
    </message>
    <message>
        <source>time to write a row</source>
        <translation>写一行的时间</translation>
    </message>
    <message>
        <source>(a row + indexes × an index entry) × replicas</source>
        <translation>(一行 + 索引数 × 一个索引项) × 副本数</translation>
    </message>
    <message>
        <source>rows × (time to read a row + time to write it) ÷ servers free beside the traffic</source>
        <translation>行数 × (读一行的时间 + 写一行的时间) ÷ 流量之外空闲的服务线程</translation>
    </message>
    <message>
        <source>rows applied a second</source>
        <translation>每秒应用的行数</translation>
    </message>
    <message>
        <source>servers free ÷ time to write a row</source>
        <translation>空闲的服务线程 ÷ 写一行的时间</translation>
    </message>
    <message>
        <source>rows that come in meanwhile</source>
        <translation>期间新到的行</translation>
    </message>
    <message>
        <source>rows a day ÷ 86,400</source>
        <translation>每日行数 ÷ 86,400</translation>
    </message>
    <message>
        <source>rows to replay</source>
        <translation>要重放的行</translation>
    </message>
    <message>
        <source>rows a day × days kept, or the rows of now</source>
        <translation>每日行数 × 保留天数，或当前行数</translation>
    </message>
    <message>
        <source>rows ÷ (rows applied a second − rows that come in meanwhile)</source>
        <translation>行数 ÷ (每秒应用的行数 − 期间新到的行)</translation>
    </message>
    <message>
        <source>%1 to apply</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>bytes copied a second</source>
        <translation>每秒复制的字节</translation>
    </message>
    <message>
        <source>one gp3 volume without extra throughput: 125 MB/s</source>
        <translation>一块未加购吞吐量的 gp3 卷：125 MB/s</translation>
    </message>
    <message>
        <source>copy of a node</source>
        <translation>一个节点的复制</translation>
    </message>
    <message>
        <source>half of the bytes of a node ÷ bytes copied a second; all nodes at the same time</source>
        <translation>单节点字节数的一半 ÷ 每秒复制的字节；所有节点同时进行</translation>
    </message>
    <message>
        <source>%1 move in all</source>
        <translation>共移动 %1</translation>
    </message>
    <message>
        <source>hit ratio of %1</source>
        <translation>%1 的命中率</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>the time after which Σ share × (1 − e^(−rate × t)) is nine tenths of the final hits, at the peak</source>
        <translation>峰值下 Σ 份额 × (1 − e^(−速率 × t)) 达到最终命中的十分之九所需的时间</translation>
    </message>
    <message>
        <source>the database gets %1 at first, %2 times as much as behind the warm cache</source>
        <translation>数据库起初收到 %1，是缓存预热后的 %2 倍</translation>
    </message>
    <message>
        <source>headroom of %1</source>
        <translation>%1 的余量</translation>
    </message>
    <message>
        <source>1 − used ÷ limit</source>
        <translation>1 − 已用 ÷ 上限</translation>
    </message>
    <message>
        <source>nodes that hold the same</source>
        <translation>保存相同内容的节点</translation>
    </message>
    <message>
        <source>the replicas of a shard</source>
        <translation>一个分片的副本数</translation>
    </message>
    <message>
        <source>limit of %1</source>
        <translation>%1 的上限</translation>
    </message>
    <message>
        <source>⌊nodes ÷ nodes that hold the same⌋ × room of a node</source>
        <translation>⌊节点数 ÷ 保存相同内容的节点⌋ × 单节点的容量</translation>
    </message>
    <message>
        <source>nodes × room of a node</source>
        <translation>节点数 × 单节点的容量</translation>
    </message>
    <message>
        <source>from the popularity of its keys</source>
        <translation>由其键的热度得出</translation>
    </message>
    <message>
        <source>request units of a partition</source>
        <translation>单个分区的请求单位</translation>
    </message>
    <message>
        <source>request units of the hottest key</source>
        <translation>最热的键的请求单位</translation>
    </message>
    <message>
        <source>Σ peak × share of its hottest key × units of a request</source>
        <translation>Σ 峰值 × 其最热键的份额 × 每次请求的单位</translation>
    </message>
    <message>
        <source>advised size of a partition</source>
        <translation>建议的分区大小</translation>
    </message>
    <message>
        <source>largest partition of %1</source>
        <translation>%1 的最大分区</translation>
    </message>
    <message>
        <source>most keys of an instance × shards</source>
        <translation>单实例最多键数 × 分片数</translation>
    </message>
    <message>
        <source>most keys of an instance</source>
        <translation>单实例最多键数</translation>
    </message>
    <message>
        <source>ids of %1.%2</source>
        <translation>%1.%2 的编号</translation>
    </message>
    <message>
        <source>largest id</source>
        <translation>最大编号</translation>
    </message>
    <message>
        <source>2^31 − 1: four bytes with a sign</source>
        <translation>2^31 − 1：带符号四字节</translation>
    </message>
    <message>
        <source>2^15 − 1: two bytes with a sign</source>
        <translation>2^15 − 1：带符号两字节</translation>
    </message>
    <message>
        <source>ids handed out</source>
        <translation>已发出的编号</translation>
    </message>
    <message>
        <source>at least as many as there are rows</source>
        <translation>至少与行数相同</translation>
    </message>
    <message>
        <source>what leaders do + reads that may be stale</source>
        <translation>主节点的工作 + 可读旧数据的读取</translation>
    </message>
    <message>
        <source>request units</source>
        <translation>请求单位</translation>
    </message>
    <message>
        <source>too much for one node: %1</source>
        <translation>单节点无法承受：%1</translation>
    </message>
    <message>
        <source>%1: a machine %2 times as large carries it, and there are %3 times as large ones</source>
        <translation>%1：需要 %2 倍大的机器，而有 %3 倍大的</translation>
    </message>
    <message>
        <source>%1: %2 times a node, and the largest machine is %3 times one</source>
        <translation>%1：为单节点的 %2 倍，而最大的机器是其 %3 倍</translation>
    </message>
    <message>
        <source>%1: %2 replicas answer what may be stale</source>
        <translation>%1：%2 个副本回答可读旧数据的请求</translation>
    </message>
    <message>
        <source>as you asked</source>
        <translation>按您的要求</translation>
    </message>
    <message>
        <source>as is the engine&apos;s habit</source>
        <translation>按引擎的惯例</translation>
    </message>
    <message>
        <source>%1 copies, %2, so that the loss of a node loses nothing; reads alone would not need them</source>
        <translation>%1 份副本（%2），使失去一个节点不丢失任何数据；仅就读取而言并不需要</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>少于</translation>
    </message>
    <message>
        <source>the largest table, %1, has %2, more than the %3 of memory of a node</source>
        <translation>最大的表 %1 有 %2，超过单节点的 %3 内存</translation>
    </message>
    <message>
        <source>the largest table, %1, has %2, less than the %3 of memory of a node</source>
        <translation>最大的表 %1 有 %2，少于单节点的 %3 内存</translation>
    </message>
    <message>
        <source>%1: no single leader carries it; %2 shards of this size do</source>
        <translation>%1：单个主节点无法承受；%2 个此规格的分片可以</translation>
    </message>
    <message>
        <source>not yet: a bigger node carries it. On nodes of this size it takes %1 shards, as the estimate counts them</source>
        <translation>尚不需要：更大的节点可以承受。按此规格的节点则需 %1 个分片，如估算所计</translation>
    </message>
    <message>
        <source>not needed: %1</source>
        <translation>不需要：%1</translation>
    </message>
    <message>
        <source>peak rates of such patterns ÷ all peak rates</source>
        <translation>此类访问模式的峰值速率 ÷ 全部峰值速率</translation>
    </message>
    <message>
        <source>%1 of the requests ask several shards</source>
        <translation>%1 的请求要访问多个分片</translation>
    </message>
    <message>
        <source>%1 carries it: %2</source>
        <translation>%1 可以承受：%2</translation>
    </message>
    <message>
        <source>too much for %1: %2</source>
        <translation>%1 无法承受：%2</translation>
    </message>
    <message>
        <source>%1 copies of each partition, %2</source>
        <translation>每个分区 %1 份副本，%2</translation>
    </message>
    <message>
        <source>%1 forces %2: %3</source>
        <translation>%1 迫使采用%2：%3</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>not enough</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>the sheet has no price for %1</source>
        <translation>价目表没有 %1 的价格</translation>
    </message>
    <message>
        <source>disk of a node that may be used</source>
        <translation>单节点可用的磁盘</translation>
    </message>
    <message>
        <source>disk of a node × how full it may be</source>
        <translation>单节点磁盘 × 允许用满的比例</translation>
    </message>
    <message>
        <source>servers of a node that may be busy</source>
        <translation>单节点可占用的服务线程</translation>
    </message>
    <message>
        <source>servers of a node × how busy they may be</source>
        <translation>单节点服务线程数 × 允许的繁忙程度</translation>
    </message>
    <message>
        <source>with reads + with writes</source>
        <translation>读取 + 写入</translation>
    </message>
    <message>
        <source>servers of leaders busy</source>
        <translation>主节点占用的服务线程</translation>
    </message>
    <message>
        <source>with writes + with strong reads</source>
        <translation>写入 + 强一致读</translation>
    </message>
    <message>
        <source>with writes and all reads</source>
        <translation>写入和全部读取</translation>
    </message>
    <message>
        <source>its rate at the busiest minute</source>
        <translation>最忙一分钟的速率</translation>
    </message>
    <message>
        <source>units of a partition that may be used</source>
        <translation>单个分区可用的单位</translation>
    </message>
    <message>
        <source>limit × how busy it may be</source>
        <translation>上限 × 允许的繁忙程度</translation>
    </message>
    <message>
        <source>replicas on a node</source>
        <translation>同一节点上的副本</translation>
    </message>
    <message>
        <source>each on a node of its own</source>
        <translation>各在自己的节点上</translation>
    </message>
    <message>
        <source>leaders of the shards + followers for the reads that may be stale</source>
        <translation>各分片的主节点 + 用于可读旧数据的从节点</translation>
    </message>
    <message>
        <source>, in a power of two of shards, so that they divide evenly when they are split</source>
        <translation>，分片数取 2 的幂，以便拆分时均匀</translation>
    </message>
    <message>
        <source>one shard holds everything</source>
        <translation>一个分片容纳全部</translation>
    </message>
    <message>
        <source>(rows + their index entries) ÷ rows</source>
        <translation>(行 + 索引项) ÷ 行</translation>
    </message>
    <message>
        <source>copies in further structures</source>
        <translation>其他结构中的副本</translation>
    </message>
    <message>
        <source>rows and entries of all structures ÷ those of the first</source>
        <translation>所有结构的行和索引项 ÷ 第一个结构的</translation>
    </message>
    <message>
        <source>mean memory of an entry</source>
        <translation>单个条目的平均内存</translation>
    </message>
    <message>
        <source>by lookups, as the cache&apos;s structures say</source>
        <translation>按查找次数加权，由缓存的结构得出</translation>
    </message>
    <message>
        <source>bytes held</source>
        <translation>保存的字节</translation>
    </message>
    <message>
        <source>what fits, or all keys</source>
        <translation>能放下的，或所有键</translation>
    </message>
    <message>
        <source>time an entry stays</source>
        <translation>条目的驻留时间</translation>
    </message>
    <message>
        <source>Che&apos;s approximation: the time after which the keys asked for fill the memory</source>
        <translation>Che 近似：所请求的键填满内存所需的时间</translation>
    </message>
    <message>
        <source>bytes held ÷ memory of an entry</source>
        <translation>保存的字节 ÷ 单个条目的内存</translation>
    </message>
    <message>
        <source>time of a lookup</source>
        <translation>一次查找的时间</translation>
    </message>
    <message>
        <source>one point access at the cache</source>
        <translation>缓存上的一次点访问</translation>
    </message>
    <message>
        <source>share of the hottest key</source>
        <translation>最热键的份额</translation>
    </message>
    <message>
        <source>as the cache&apos;s structure says</source>
        <translation>由缓存的结构得出</translation>
    </message>
    <message>
        <source>Che&apos;s approximation of least recently used: Σ share × (1 − e^(−rate × stay)), stay from the memory</source>
        <translation>最近最少使用的 Che 近似：Σ 份额 × (1 − e^(−速率 × 驻留时间))，驻留时间由内存得出</translation>
    </message>
    <message>
        <source>Che&apos;s approximation of least recently used: Σ share × (1 − e^(−rate × stay)), stay from the memory%1</source>
        <translation>最近最少使用的 Che 近似：Σ 份额 × (1 − e^(−速率 × 驻留时间))，驻留时间由内存得出%1</translation>
    </message>
    <message>
        <source>, cut by the time to live</source>
        <translation>，受存活时间截断</translation>
    </message>
    <message>
        <source>entries dropped by writes</source>
        <translation>写入使之失效的条目</translation>
    </message>
    <message>
        <source>rates of the writing patterns</source>
        <translation>写入类访问模式的速率</translation>
    </message>
    <message>
        <source>, × lookups ÷ (lookups + drops)</source>
        <translation>，× 查找 ÷ (查找 + 失效)</translation>
    </message>
    <message>
        <source>, cut by the time to live, × lookups ÷ (lookups + drops)</source>
        <translation>，受存活时间截断，× 查找 ÷ (查找 + 失效)</translation>
    </message>
    <message>
        <source>planning rule</source>
        <translation>规划规则</translation>
    </message>
    <message>
        <source>(as above)</source>
        <translation>（同上）</translation>
    </message>
    <message>
        <source>inserted less deleted rows a second × 86,400</source>
        <translation>每秒插入减去删除的行 × 86,400</translation>
    </message>
    <message>
        <source>the granules that the sort key finds by %1</source>
        <translation>排序键按 %1 找到的颗粒</translation>
    </message>
    <message>
        <source>of the months asked for</source>
        <translation>所问月份的</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>, kept in memory for the join</source>
        <translation>，留在内存中供连接使用</translation>
    </message>
    <message>
        <source>route %1 → %2 shard</source>
        <translation>按 %1 路由 → %2 个分片</translation>
    </message>
    <message>
        <source>route %1 → %2 shards</source>
        <translation>按 %1 路由 → %2 个分片</translation>
    </message>
    <message>
        <source>one sequence</source>
        <translation>一个序列</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>有序</translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <translation>%1，%2 次</translation>
    </message>
    <message>
        <source>%1 (%2 copies)</source>
        <translation>%1（%2 份副本）</translation>
    </message>
    <message>
        <source>look up %1 row of %2 for the copies</source>
        <translation>为副本查找 %2 的 %1 行</translation>
    </message>
    <message>
        <source>look up %1 rows of %2 for the copies</source>
        <translation>为副本查找 %2 的 %1 行</translation>
    </message>
    <message>
        <source>find %1 copies in %2</source>
        <translation>在 %2 中查找 %1 份副本</translation>
    </message>
    <message>
        <source>read all of %1 to find %2 copies: it is not keyed by what changed</source>
        <translation>读取 %1 的全部以查找 %2 份副本：它不以变更的列为键</translation>
    </message>
    <message>
        <source>move %1 rows in %2: a key column changes, so the old row is deleted and a new one inserted</source>
        <translation>在 %2 中移动 %1 行：键列变更，故删除旧行并插入新行</translation>
    </message>
    <message>
        <source>update %1 entries of %2: its key changes, so the old one is deleted and a new one put</source>
        <translation>更新 %2 的 %1 项：其键变更，故删除旧项并写入新项</translation>
    </message>
    <message>
        <source>update %1 entries of %2</source>
        <translation>更新 %2 的 %1 项</translation>
    </message>
    <message>
        <source>add to %1 counter rows in %2</source>
        <translation>对 %2 中的 %1 个计数器行累加</translation>
    </message>
    <message>
        <source>put %1 counter row in %2</source>
        <translation>写入 %2 中的 %1 个计数器行</translation>
    </message>
    <message>
        <source>put %1 counter rows in %2</source>
        <translation>写入 %2 中的 %1 个计数器行</translation>
    </message>
    <message>
        <source>few partitions</source>
        <translation>少数分区</translation>
    </message>
    <message>
        <source>cache lookup</source>
        <translation>缓存查找</translation>
    </message>
    <message>
        <source>index range</source>
        <translation>索引范围</translation>
    </message>
    <message>
        <source>key range</source>
        <translation>键范围</translation>
    </message>
    <message>
        <source>OFFSET is a parameter: every row before the page is read and dropped, more with each page; continue after the last row seen instead</source>
        <translation>OFFSET 是参数：页面之前的每一行都被读取并丢弃，越往后越多；请改为从上次看到的最后一行继续</translation>
    </message>
    <message>
        <source>there are no planning rules for %1 yet</source>
        <translation>尚无 %1 的规划规则</translation>
    </message>
    <message>
        <source>once, for all repeats</source>
        <translation>一次完成所有重复</translation>
    </message>
    <message>
        <source>change %1 row in place and the entries in %2 index</source>
        <translation>就地修改 %1 行及 %2 个索引中的项</translation>
    </message>
    <message>
        <source>change %1 rows in place and the entries in %2 index</source>
        <translation>就地修改 %1 行及 %2 个索引中的项</translation>
    </message>
    <message>
        <source>change %1 row in place and the entries in %2 indexes</source>
        <translation>就地修改 %1 行及 %2 个索引中的项</translation>
    </message>
    <message>
        <source>change %1 rows in place and the entries in %2 indexes</source>
        <translation>就地修改 %1 行及 %2 个索引中的项</translation>
    </message>
    <message>
        <source>change %1 row in place; no indexed column changes</source>
        <translation>就地修改 %1 行；没有索引列变更</translation>
    </message>
    <message>
        <source>change %1 rows in place; no indexed column changes</source>
        <translation>就地修改 %1 行；没有索引列变更</translation>
    </message>
    <message>
        <source>write %1 new row versions; an indexed column changes, so all %2 indexes get an entry</source>
        <translation>写入 %1 个新行版本；索引列变更，故全部 %2 个索引都增加一项</translation>
    </message>
    <message>
        <source>write %1 new row versions beside the old; no indexed column changes</source>
        <translation>在旧版本旁写入 %1 个新行版本；没有索引列变更</translation>
    </message>
    <message>
        <source>remove %1 row of %2 and the entries in %3 index</source>
        <translation>删除 %2 的 %1 行及 %3 个索引中的项</translation>
    </message>
    <message>
        <source>remove %1 rows of %2 and the entries in %3 index</source>
        <translation>删除 %2 的 %1 行及 %3 个索引中的项</translation>
    </message>
    <message>
        <source>remove %1 row of %2 and the entries in %3 indexes</source>
        <translation>删除 %2 的 %1 行及 %3 个索引中的项</translation>
    </message>
    <message>
        <source>remove %1 rows of %2 and the entries in %3 indexes</source>
        <translation>删除 %2 的 %1 行及 %3 个索引中的项</translation>
    </message>
    <message>
        <source>clear the reference in %1 rows of %2</source>
        <translation>清除 %2 的 %1 行中的引用</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>某个标签</translation>
    </message>
    <message>
        <source>mean length of %1</source>
        <translation>%1 的平均长度</translation>
    </message>
    <message>
        <source>built at once</source>
        <translation>一次性建成</translation>
    </message>
    <message>
        <source>random order</source>
        <translation>随机顺序</translation>
    </message>
    <message>
        <source>bytes that tell the different values apart + what LZ4 adds, at most the width</source>
        <translation>区分不同值所需的字节 + LZ4 的附加，至多为宽度</translation>
    </message>
    <message>
        <source>width × share left by LZ4 of numbers with a fraction</source>
        <translation>宽度 × 带小数的数经 LZ4 后剩余的份额</translation>
    </message>
    <message>
        <source>width: random bytes do not shrink, but those that came shortly before are written as a repeat</source>
        <translation>宽度：随机字节无法压缩，但刚出现过的会写成重复</translation>
    </message>
    <message>
        <source>yes or no, compressed</source>
        <translation>是或否，已压缩</translation>
    </message>
    <message>
        <source>a number for each label, compressed</source>
        <translation>每个标签一个数字，已压缩</translation>
    </message>
    <message>
        <source>a number into the dictionary, compressed + the dictionary&apos;s part</source>
        <translation>指向字典的数字，已压缩 + 字典的部分</translation>
    </message>
    <message>
        <source>mean length × share left by LZ4 + its size</source>
        <translation>平均长度 × LZ4 后剩余的份额 + 其大小</translation>
    </message>
    <message>
        <source>elements × bytes of one + where the list ends</source>
        <translation>元素数 × 单个字节 + 列表结束的位置</translation>
    </message>
    <message>
        <source>(%1) × (1 − share of nulls) + map of nulls</source>
        <translation>(%1) × (1 − 空值份额) + 空值位图</translation>
    </message>
    <message>
        <source>, for each run of equal values that the sort key makes</source>
        <translation>，对排序键形成的每段相等值</translation>
    </message>
    <message>
        <source>%1, for each run of equal values that the sort key makes</source>
        <translation>%1，对排序键形成的每段相等值</translation>
    </message>
    <message>
        <source>of the type %1</source>
        <translation>类型 %1 的</translation>
    </message>
    <message>
        <source>taken from keys, types and fan-outs</source>
        <translation>由键、类型和扇出得出</translation>
    </message>
    <message>
        <source>%1; between %2 and %3</source>
        <translation>%1；介于 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>collection %1</source>
        <translation>集合 %1</translation>
    </message>
    <message>
        <source>documents × entry of an ObjectId, in order of insertion</source>
        <translation>文档数 × ObjectId 的索引项，按插入顺序</translation>
    </message>
    <message>
        <source>entry of the index</source>
        <translation>索引的一项</translation>
    </message>
    <message>
        <source>key as a comparable string + end + number of the record</source>
        <translation>可比较字符串形式的键 + 结束符 + 记录号</translation>
    </message>
    <message>
        <source>keys in ascending order fill their pages</source>
        <translation>键升序到达，页面填满</translation>
    </message>
    <message>
        <source>keys in random order leave pages half full; what they share with their neighbour is written once</source>
        <translation>键随机到达，页面半满；与相邻键共有的部分只写一次</translation>
    </message>
    <message>
        <source>documents × entry in its page; %1</source>
        <translation>文档数 × 页中的索引项；%1</translation>
    </message>
    <message>
        <source>entry in its page</source>
        <translation>页中的索引项</translation>
    </message>
    <message>
        <source>entry × what order of arrival and shared beginnings make of it</source>
        <translation>索引项 × 到达顺序和共有前缀的影响</translation>
    </message>
    <message>
        <source>length header + array header + elements</source>
        <translation>长度头 + 数组头 + 元素</translation>
    </message>
    <message>
        <source>composed value</source>
        <translation>组合值</translation>
    </message>
    <message>
        <source>(%1) × (1 − share of nulls)</source>
        <translation>(%1) × (1 − 空值份额)</translation>
    </message>
    <message>
        <source>one summary for each range of heap pages</source>
        <translation>每段堆页一个摘要</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, keys arriving %1, + inner pages + 1</source>
        <translation>索引项 ÷ 每个叶页的索引项（键%1到达）+ 内部页 + 1</translation>
    </message>
    <message>
        <source>in ascending order</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>in random order</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>in ascending order, equal keys sharing an entry</source>
        <translation>升序、相同的键共用一项</translation>
    </message>
    <message>
        <source>in random order, equal keys sharing an entry</source>
        <translation>随机、相同的键共用一项</translation>
    </message>
    <message>
        <source>in ascending order, null keys in a run</source>
        <translation>升序、空键连成一段</translation>
    </message>
    <message>
        <source>in random order, null keys in a run</source>
        <translation>随机、空键连成一段</translation>
    </message>
    <message>
        <source>in ascending order, equal keys sharing an entry, null keys in a run</source>
        <translation>升序、相同的键共用一项、空键连成一段</translation>
    </message>
    <message>
        <source>in random order, equal keys sharing an entry, null keys in a run</source>
        <translation>随机、相同的键共用一项、空键连成一段</translation>
    </message>
    <message>
        <source>in many ascending series</source>
        <translation>按多个升序序列</translation>
    </message>
    <message>
        <source>in many ascending series, null keys in a run</source>
        <translation>按多个升序序列、空键连成一段</translation>
    </message>
    <message>
        <source>in many ascending series, equal keys sharing an entry, null keys in a run</source>
        <translation>按多个升序序列、相同的键共用一项、空键连成一段</translation>
    </message>
    <message>
        <source>buckets in quarter powers of two + overflow pages</source>
        <translation>桶数按四分之一的二次幂 + 溢出页</translation>
    </message>
    <message>
        <source>a list of rows for each key</source>
        <translation>每个键一个行列表</translation>
    </message>
    <message>
        <source>nobody stated it</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>a tree of bounding entries filled in random order</source>
        <translation>随机填充的边界框树</translation>
    </message>
    <message>
        <source>items × %1 % that have the index&apos;s keys × (bytes + index overhead)</source>
        <translation>具有该索引键的条目（%1%）× (字节数 + 索引开销)</translation>
    </message>
    <message>
        <source>most rows of one key ÷ buckets</source>
        <translation>单个键的最多行数 ÷ 桶数</translation>
    </message>
    <message>
        <source>rows × bytes of a row, uncompressed</source>
        <translation>行数 × 每行字节，未压缩</translation>
    </message>
    <message>
        <source>rows × copies by the joins that the table holds</source>
        <translation>行数 × 表所含连接造成的份数</translation>
    </message>
    <message>
        <source>copies of a row</source>
        <translation>每行的份数</translation>
    </message>
    <message>
        <source>mean fan-outs of those joins</source>
        <translation>这些连接的平均扇出</translation>
    </message>
    <message>
        <source>a hidden table: the value as partition key, the keys of its rows behind it, compressed</source>
        <translation>一个隐藏表：值作为分区键，其后为各行的键，已压缩</translation>
    </message>
    <message>
        <source>as composed: %1</source>
        <translation>按组合：%1</translation>
    </message>
    <message>
        <source>payload of a row</source>
        <translation>每行的有效载荷</translation>
    </message>
    <message>
        <source>sum of the columns&apos; mean lengths; this engine&apos;s own overheads are not modelled</source>
        <translation>各列平均长度之和；未对此引擎自身的开销建模</translation>
    </message>
    <message>
        <source>rows × payload of a row</source>
        <translation>行数 × 每行有效载荷</translation>
    </message>
    <message>
        <source>mean fan-out</source>
        <translation>平均扇出</translation>
    </message>
    <message>
        <source>nobody stated the rows; write how many there are</source>
        <translation>未指定行数；请写明有多少行</translation>
    </message>
    <message>
        <source>padded to its length</source>
        <translation>填充到其长度</translation>
    </message>
    <message>
        <source>nobody stated the length: a common one for the type</source>
        <translation>未指定长度：取该类型的常见长度</translation>
    </message>
    <message>
        <source>bytes by magnitude; whole numbers from %1 to %2</source>
        <translation>按数值大小的字节数；整数从 %1 到 %2</translation>
    </message>
    <message>
        <source>mean length as the engine stores it</source>
        <translation>按引擎存储方式的平均长度</translation>
    </message>
    <message>
        <source>columns with their length bytes + bits for nulls + record header + transaction id + roll pointer + its part of the page directory; the mean of drawn rows</source>
        <translation>各列及其长度字节 + 空值位 + 记录头 + 事务号 + 回滚指针 + 页目录中的部分；抽取行的均值</translation>
    </message>
    <message>
        <source>columns + a type for each + sizes as variable-length integers + cell pointer; the mean of drawn rows</source>
        <translation>各列 + 每列一个类型 + 变长整数表示的大小 + 单元指针；抽取行的均值</translation>
    </message>
    <message>
        <source>; %1 % of the rows keep a part on pages of its own</source>
        <translation>；%1% 的行有一部分存于单独的页</translation>
    </message>
    <message>
        <source>keys arriving in ascending order</source>
        <translation>键升序到达</translation>
    </message>
    <message>
        <source>keys arriving in random order</source>
        <translation>键随机到达</translation>
    </message>
    <message>
        <source>rows ÷ leaves of the tree of %1, %2</source>
        <translation>行数 ÷ %1 的树的叶页，%2</translation>
    </message>
    <message>
        <source>(⌈rows ÷ rows of a page⌉ + %1 inner pages) × page</source>
        <translation>(⌈行数 ÷ 每页行数⌉ + %1 个内部页) × 页</translation>
    </message>
    <message>
        <source>(⌈rows ÷ rows of a page⌉ + %1 inner pages + %2 pages of long values) × page</source>
        <translation>(⌈行数 ÷ 每页行数⌉ + %1 个内部页 + %2 个长值页) × 页</translation>
    </message>
    <message>
        <source>record header + key columns + columns of the primary key</source>
        <translation>记录头 + 键列 + 主键的列</translation>
    </message>
    <message>
        <source>key columns and what leads to the row, as one record</source>
        <translation>键列及指向行的内容，作为一条记录</translation>
    </message>
    <message>
        <source>entries ÷ entries of a leaf, %1, + inner pages</source>
        <translation>索引项 ÷ 每个叶页的索引项，%1，+ 内部页</translation>
    </message>
    <message>
        <source>the estimate was cancelled</source>
        <translation>估算已取消</translation>
    </message>
    <message>
        <source>storage in %1 months</source>
        <translation>%1 个月后的存储</translation>
    </message>
    <message>
        <source>%1, replicated</source>
        <translation>%1，含副本</translation>
    </message>
    <message>
        <source>the plan has no steps</source>
        <translation>计划没有步骤</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>one after another</source>
        <translation>依次进行</translation>
    </message>
    <message>
        <source>%1, at each of %2 partitions one after another</source>
        <translation>%1，在 %2 个分区依次进行</translation>
    </message>
    <message>
        <source>%1, at each of %2 partitions at the same time</source>
        <translation>%1，在 %2 个分区同时进行</translation>
    </message>
    <message>
        <source>%1 + bytes × time of a byte</source>
        <translation>%1 + 字节数 × 每字节用时</translation>
    </message>
    <message>
        <source>M/G/c waiting, the measured shape of service and its round trip</source>
        <translation>M/G/c 排队、实测的服务时间分布及往返</translation>
    </message>
    <message>
        <source>M/M/c waiting and service</source>
        <translation>M/M/c 排队与服务</translation>
    </message>
    <message>
        <source>time that this share of the requests stay below: %1 at each visit, the slowest of what is asked at the same time, visits added</source>
        <translation>该份额的请求所低于的时间：每次访问为 %1，同时访问取最慢者，各次访问相加</translation>
    </message>
    <message>
        <source>there is no access pattern</source>
        <translation>没有访问模式</translation>
    </message>
    <message>
        <source>worst p99</source>
        <translation>最差 p99</translation>
    </message>
    <message>
        <source>no pattern is served</source>
        <translation>没有访问模式得到满足</translation>
    </message>
    <message>
        <source>different values of its key, at most the rows of %1</source>
        <translation>其键的不同值数，至多为 %1 的行数</translation>
    </message>
    <message>
        <source>rows of %1 × %2 rows of the copy for each</source>
        <translation>%1 的行数 × 每行对应副本的 %2 行</translation>
    </message>
    <message>
        <source>bytes of a document on disk</source>
        <translation>单个文档在磁盘上的字节</translation>
    </message>
    <message>
        <source>keys of a row</source>
        <translation>一行的键</translation>
    </message>
    <message>
        <source>rows of the parent × children of one parent</source>
        <translation>父表行数 × 一个父对象的子行数</translation>
    </message>
    <message>
        <source>two digits a byte and one more</source>
        <translation>每字节两位数字，另加一字节</translation>
    </message>
    <message>
        <source>reads of the hottest</source>
        <translation>对最热者的读取</translation>
    </message>
    <message>
        <source>writes of the hottest</source>
        <translation>对最热者的写入</translation>
    </message>
    <message>
        <source>keys of all shards</source>
        <translation>所有分片的键</translation>
    </message>
    <message>
        <source>rows of all structures, a key each at most</source>
        <translation>所有存储结构的行数，每行至多一个键</translation>
    </message>
    <message>
        <source>bytes of all replicas ÷ nodes</source>
        <translation>所有副本的字节数 ÷ 节点数</translation>
    </message>
    <message>
        <source>bytes of all structures and replicas</source>
        <translation>所有存储结构和副本的字节数</translation>
    </message>
    <message>
        <source>memory of a node that may be used</source>
        <translation>单节点可用的内存</translation>
    </message>
    <message>
        <source>memory of a node for pages</source>
        <translation>单节点用于页的内存</translation>
    </message>
    <message>
        <source>rows of the link ÷ different parents</source>
        <translation>关联表行数 ÷ 不同父对象数</translation>
    </message>
    <message>
        <source>rows of the link ÷ different readers</source>
        <translation>关联表行数 ÷ 不同读者数</translation>
    </message>
    <message>
        <source>rows of each parent</source>
        <translation>每个父对象的行数</translation>
    </message>
    <message>
        <source>rows of the link ÷ parents that a reader follows</source>
        <translation>关联表行数 ÷ 每个读者关注的父对象数</translation>
    </message>
    <message>
        <source>rows of the link ÷ followers of a parent</source>
        <translation>关联表行数 ÷ 每个父对象的粉丝数</translation>
    </message>
    <message>
        <source>bytes of a billed gigabyte</source>
        <translation>计费 GB 的字节数</translation>
    </message>
    <message>
        <source>bytes of all replicas ÷ how full a disk may be</source>
        <translation>所有副本的字节数 ÷ 磁盘允许用满的比例</translation>
    </message>
    <message>
        <source>as planned: ⌈bytes ÷ block⌉ of each item, query and index entry</source>
        <translation>按执行计划：每个条目、查询和索引项的 ⌈字节数 ÷ 块⌉</translation>
    </message>
    <message>
        <source>bytes of each index × share of its rows that 90 % of the requests touch</source>
        <translation>每个索引的字节数 × 90% 的请求所触及的行份额</translation>
    </message>
    <message>
        <source>servers busy with the upkeep</source>
        <translation>维护副本占用的服务线程</translation>
    </message>
    <message>
        <source>as what it copies has them</source>
        <translation>与其所复制的内容相同</translation>
    </message>
    <message>
        <source>as the model has them</source>
        <translation>如模型所述</translation>
    </message>
    <message>
        <source>bytes of a value × rows</source>
        <translation>值的字节数 × 行数</translation>
    </message>
    <message>
        <source>bytes of the copy</source>
        <translation>副本的字节数</translation>
    </message>
    <message>
        <source>its rows are those of another structure</source>
        <translation>其行即另一存储结构的行</translation>
    </message>
    <message>
        <source>sum over what holds it, one copy</source>
        <translation>对保存它的结构求和，单份</translation>
    </message>
    <message>
        <source>making it from nothing</source>
        <translation>从零生成</translation>
    </message>
    <message>
        <source>(rows of the sources × time to read one + rows of the copy × time to write one) ÷ servers free beside the traffic</source>
        <translation>(来源的行数 × 读一行的时间 + 副本的行数 × 写一行的时间) ÷ 流量之外空闲的服务线程</translation>
    </message>
    <message>
        <source>events kept</source>
        <translation>保留的事件</translation>
    </message>
    <message>
        <source>events a second</source>
        <translation>每秒事件</translation>
    </message>
    <message>
        <source>Σ rate × rows of what appends them</source>
        <translation>Σ 追加它们者的速率 × 行数</translation>
    </message>
    <message>
        <source>rows and entries that an event writes</source>
        <translation>每个事件写入的行和索引项</translation>
    </message>
    <message>
        <source>written a second to keep it in step ÷ events a second</source>
        <translation>为保持同步每秒写入的 ÷ 每秒事件</translation>
    </message>
    <message>
        <source>events applied a second</source>
        <translation>每秒应用的事件</translation>
    </message>
    <message>
        <source>servers free beside the traffic ÷ (time to read an event + rows that it writes × time to write one)</source>
        <translation>流量之外空闲的服务线程 ÷ (读一个事件的时间 + 它写入的行 × 写一行的时间)</translation>
    </message>
    <message>
        <source>replay of all events</source>
        <translation>重放全部事件</translation>
    </message>
    <message>
        <source>events kept ÷ (events applied a second − events a second)</source>
        <translation>保留的事件 ÷ (每秒应用的事件 − 每秒事件)</translation>
    </message>
    <message>
        <source>%1 of memory where a node gives %2</source>
        <translation>内存需 %1，而单节点提供 %2</translation>
    </message>
    <message>
        <source>%1 of data where a node gives %2</source>
        <translation>数据有 %1，而单节点提供 %2</translation>
    </message>
    <message>
        <source>%1 servers busy where a node gives %2</source>
        <translation>占用 %1 个服务线程，而单节点提供 %2</translation>
    </message>
    <message>
        <source>%1 servers busy with everything where a node gives %2</source>
        <translation>全部工作占用 %1 个服务线程，而单节点提供 %2</translation>
    </message>
    <message>
        <source>%1 request units where a node gives %2</source>
        <translation>需 %1 请求单位，而单节点提供 %2</translation>
    </message>
    <message>
        <source>headroom of memory</source>
        <translation>内存的余量</translation>
    </message>
    <message>
        <source>headroom of reads</source>
        <translation>读取的余量</translation>
    </message>
    <message>
        <source>headroom of writes</source>
        <translation>写入的余量</translation>
    </message>
    <message>
        <source>headroom of storage</source>
        <translation>存储的余量</translation>
    </message>
    <message>
        <source>headroom of connections</source>
        <translation>连接数的余量</translation>
    </message>
    <message>
        <source>headroom of network</source>
        <translation>网络的余量</translation>
    </message>
    <message>
        <source>headroom of reads and writes</source>
        <translation>读写的余量</translation>
    </message>
    <message>
        <source>limit of memory</source>
        <translation>内存的上限</translation>
    </message>
    <message>
        <source>limit of reads</source>
        <translation>读取的上限</translation>
    </message>
    <message>
        <source>limit of writes</source>
        <translation>写入的上限</translation>
    </message>
    <message>
        <source>limit of storage</source>
        <translation>存储的上限</translation>
    </message>
    <message>
        <source>limit of connections</source>
        <translation>连接数的上限</translation>
    </message>
    <message>
        <source>limit of network</source>
        <translation>网络的上限</translation>
    </message>
    <message>
        <source>columns with their length bytes + bits for nulls + record header + transaction id + roll pointer + its part of the page directory; the mean of drawn rows; %1 % of the rows keep a part on pages of its own</source>
        <translation>各列及其长度字节 + 空值位 + 记录头 + 事务号 + 回滚指针 + 页目录中的部分；抽取行的均值；%1% 的行有一部分存于单独的页</translation>
    </message>
    <message>
        <source>columns + a type for each + sizes as variable-length integers + cell pointer; the mean of drawn rows; %1 % of the rows keep a part on pages of its own</source>
        <translation>各列 + 每列一个类型 + 变长整数表示的大小 + 单元指针；抽取行的均值；%1% 的行有一部分存于单独的页</translation>
    </message>
    <message>
        <source>keys arriving in many ascending series</source>
        <translation>键按多个升序序列到达</translation>
    </message>
    <message>
        <source>leaders of the shards + followers for the reads that may be stale, in a power of two of shards, so that they divide evenly when they are split</source>
        <translation>各分片的主节点 + 用于可读旧数据的从节点，分片数取 2 的幂，以便拆分时均匀</translation>
    </message>
    <message>
        <source>peak of %1 at the database</source>
        <translation>%1 在数据库处的峰值</translation>
    </message>
    <message>
        <source>read units of %1</source>
        <translation>%1 的读单位</translation>
    </message>
    <message>
        <source>write units of %1</source>
        <translation>%1 的写单位</translation>
    </message>
    <message>
        <source>read request units, on demand</source>
        <translation>读请求单位（按需）</translation>
    </message>
    <message>
        <source>write request units, on demand</source>
        <translation>写请求单位（按需）</translation>
    </message>
    <message>
        <source>read units in the busiest minute</source>
        <translation>最忙一分钟的读单位</translation>
    </message>
    <message>
        <source>write units in the busiest minute</source>
        <translation>最忙一分钟的写单位</translation>
    </message>
    <message>
        <source>read units provisioned</source>
        <translation>预置的读单位</translation>
    </message>
    <message>
        <source>write units provisioned</source>
        <translation>预置的写单位</translation>
    </message>
    <message>
        <source>read units, provisioned</source>
        <translation>读单位（预置）</translation>
    </message>
    <message>
        <source>write units, provisioned</source>
        <translation>写单位（预置）</translation>
    </message>
    <message>
        <source>bytes of a node</source>
        <translation>单节点的字节数</translation>
    </message>
    <message>
        <source>bytes of a node ÷ bytes copied a second</source>
        <translation>单节点的字节数 ÷ 每秒复制的字节</translation>
    </message>
    <message>
        <source>bytes of a document</source>
        <translation>单个文档的字节数</translation>
    </message>
    <message>
        <source>bounded(%1)</source>
        <translation>有界陈旧(%1)</translation>
    </message>
    <message>
        <source>rows and index entries</source>
        <translation>行和索引项</translation>
    </message>
    <message>
        <source>together with %1</source>
        <translation>与 %1 在一起</translation>
    </message>
    <message>
        <source>apart from %1</source>
        <translation>与 %1 分离</translation>
    </message>
    <message>
        <source>%1 → %2 rows, in %3 buckets of each key</source>
        <translation>%1 → %2 行，每个键 %3 个桶</translation>
    </message>
    <message>
        <source>reads of the hottest %1</source>
        <translation>对最热的 %1 的读取</translation>
    </message>
    <message>
        <source>writes of the hottest %1</source>
        <translation>对最热的 %1 的写入</translation>
    </message>
    <message>
        <source>memory of a node × how full it may be</source>
        <translation>单节点内存 × 允许用满的比例</translation>
    </message>
    <message>
        <source>ascending index fill</source>
        <translation>升序索引填充率</translation>
    </message>
    <message>
        <source>random index fill</source>
        <translation>随机索引填充率</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>数据块</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>桶</translation>
    </message>
    <message>
        <source>cardinality</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>cell pointer</source>
        <translation>单元指针</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>压缩比</translation>
    </message>
    <message>
        <source>date width</source>
        <translation>日期宽度</translation>
    </message>
    <message>
        <source>directory record</source>
        <translation>目录记录</translation>
    </message>
    <message>
        <source>disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>刷写大小</translation>
    </message>
    <message>
        <source>fragmentation</source>
        <translation>碎片率</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>object id entry</source>
        <translation>ObjectId 索引项</translation>
    </message>
    <message>
        <source>page overhead</source>
        <translation>页开销</translation>
    </message>
    <message>
        <source>page reserve</source>
        <translation>页保留</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>有效载荷</translation>
    </message>
    <message>
        <source>record header</source>
        <translation>记录头</translation>
    </message>
    <message>
        <source>replica lag</source>
        <translation>副本滞后</translation>
    </message>
    <message>
        <source>roll pointer</source>
        <translation>回滚指针</translation>
    </message>
    <message>
        <source>series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>split rest</source>
        <translation>分裂后留存</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>transaction id</source>
        <translation>事务号</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>as many as come in, once rows are old enough, rolled up ones as often as they are replaced</source>
        <translation>行足够旧之后与新到的一样多，汇总行与其被替换的次数一样多</translation>
    </message>
    <message>
        <source>the payload of its values</source>
        <translation>其值的有效载荷</translation>
    </message>
    <message>
        <source>a gigabyte for a month</source>
        <translation>每月每 GB</translation>
    </message>
    <message>
        <source>rate × units of one request</source>
        <translation>速率 × 单次请求的单位</translation>
    </message>
    <message>
        <source>%1 reads through it</source>
        <translation>%1 通过它读取</translation>
    </message>
    <message>
        <source>%1 read through it</source>
        <translation>%1 通过它读取</translation>
    </message>
    <message>
        <source>%1, and %2 reads through it</source>
        <translation>%1，且 %2 通过它读取</translation>
    </message>
    <message>
        <source>%1, and %2 read through it</source>
        <translation>%1，且 %2 通过它读取</translation>
    </message>
    <message>
        <source>processors forces %1: %2</source>
        <translation>处理器迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>storage forces %1: %2</source>
        <translation>存储迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>reads forces %1: %2</source>
        <translation>读取迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>writes forces %1: %2</source>
        <translation>写入迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>memory forces %1: %2</source>
        <translation>内存迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>connections forces %1: %2</source>
        <translation>连接数迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>network forces %1: %2</source>
        <translation>网络迫使采用 %1：%2</translation>
    </message>
    <message>
        <source>headroom of processors</source>
        <translation>处理器的余量</translation>
    </message>
    <message>
        <source>limit of processors</source>
        <translation>处理器的上限</translation>
    </message>
    <message>
        <source>memory of a node × share for pages</source>
        <translation>单节点内存 × 用于页的份额</translation>
    </message>
    <message>
        <source>byte read</source>
        <translation>读一字节</translation>
    </message>
    <message>
        <source>cores per node</source>
        <translation>单节点核心数</translation>
    </message>
    <message>
        <source>granule rows</source>
        <translation>颗粒行数</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>row sort</source>
        <translation>行排序</translation>
    </message>
    <message>
        <source>rows scanned</source>
        <translation>每秒扫描行数</translation>
    </message>
    <message>
        <source>bytes scanned</source>
        <translation>每秒扫描字节</translation>
    </message>
    <message>
        <source>the connection is no list of key=value and no URI</source>
        <translation>该连接既不是 key=value 列表，也不是 URI</translation>
    </message>
    <message>
        <source>write it as mysql://user@host:3306/database, or as host=… user=… dbname=…</source>
        <translation>写作 mysql://user@host:3306/database，或 host=… user=… dbname=…</translation>
    </message>
    <message>
        <source>there is no way to read a running database of the kind &apos;%1&apos;</source>
        <translation>无法读取“%1”类型的运行中数据库</translation>
    </message>
    <message>
        <source>known are postgresql, mysql and sqlite</source>
        <translation>已知的有 postgresql、mysql 和 sqlite</translation>
    </message>
    <message>
        <source>the measurement was stopped</source>
        <translation>测量已停止</translation>
    </message>
    <message>
        <source>the connection names no database</source>
        <translation>该连接没有指定数据库</translation>
    </message>
    <message>
        <source>write it as mysql://user@host/database</source>
        <translation>写作 mysql://user@host/database</translation>
    </message>
    <message>
        <source>the server cannot be reached: %1</source>
        <translation>无法连接服务器：%1</translation>
    </message>
    <message>
        <source>check host, port, user and password</source>
        <translation>请检查主机、端口、用户和密码</translation>
    </message>
    <message>
        <source>the server refuses: %1</source>
        <translation>服务器拒绝：%1</translation>
    </message>
    <message>
        <source>the account needs to read the database and information_schema</source>
        <translation>该账号需要能读取数据库和 information_schema</translation>
    </message>
    <message>
        <source>%1 (definitions)</source>
        <translation>%1（定义）</translation>
    </message>
    <message>
        <source>%1 views are not part of the model</source>
        <translation>%1 个视图不属于模型</translation>
    </message>
    <message>
        <source>check host, port, database, user and password</source>
        <translation>请检查主机、端口、数据库、用户和密码</translation>
    </message>
    <message>
        <source>PostgreSQL 12 or later is needed, and an account that may read the catalogue</source>
        <translation>需要 PostgreSQL 12 或更高版本，以及可读取系统目录的账号</translation>
    </message>
    <message>
        <source>%1 tables have no statistics, so that their rows are not known</source>
        <translation>%1 个表没有统计信息，因此不知道其行数</translation>
    </message>
    <message>
        <source>run ANALYZE in the database</source>
        <translation>请在数据库中运行 ANALYZE</translation>
    </message>
    <message>
        <source>the database %1 has no table that can be read</source>
        <translation>数据库 %1 没有可读取的表</translation>
    </message>
    <message>
        <source>check the name of the database and the rights of the account</source>
        <translation>请检查数据库名称和账号权限</translation>
    </message>
    <message>
        <source>making tables</source>
        <translation>正在建表</translation>
    </message>
    <message>
        <source>%1 of %2 B, %3</source>
        <translation>%1（每行 %2 B，%3）</translation>
    </message>
    <message>
        <source>%1 could not be removed: %2</source>
        <translation>无法删除 %1：%2</translation>
    </message>
    <message>
        <source>see the server&apos;s log</source>
        <translation>请查看服务器日志</translation>
    </message>
    <message>
        <source>database %1</source>
        <translation>数据库 %1</translation>
    </message>
    <message>
        <source>measuring needs an account that may create a database: GRANT ALL ON `shardscape\_probe\_%`.* TO …; nothing was changed</source>
        <translation>测量需要可创建数据库的账号：GRANT ALL ON `shardscape\_probe\_%`.* TO …；未做任何更改</translation>
    </message>
    <message>
        <source>drop it by hand: %1</source>
        <translation>请手工删除：%1</translation>
    </message>
    <message>
        <source>the server is %1</source>
        <translation>服务器是 %1</translation>
    </message>
    <message>
        <source>name it: --engine %1</source>
        <translation>请指定：--engine %1</translation>
    </message>
    <message>
        <source>the server stopped the measurement: %1</source>
        <translation>服务器中止了测量：%1</translation>
    </message>
    <message>
        <source>schema %1</source>
        <translation>模式 %1</translation>
    </message>
    <message>
        <source>measuring needs an account that may create a schema in this database: GRANT CREATE ON DATABASE … TO …; nothing was changed</source>
        <translation>测量需要可在此数据库中创建模式的账号：GRANT CREATE ON DATABASE … TO …；未做任何更改</translation>
    </message>
    <message>
        <source>drop it by hand: DROP SCHEMA %1 CASCADE</source>
        <translation>请手工删除：DROP SCHEMA %1 CASCADE</translation>
    </message>
    <message>
        <source>the server takes no rows: %1</source>
        <translation>服务器不接受行：%1</translation>
    </message>
    <message>
        <source>the rows to measure with cannot be loaded: %1</source>
        <translation>无法装入测量用的行：%1</translation>
    </message>
    <message>
        <source>is there room on disk?</source>
        <translation>磁盘有空间吗？</translation>
    </message>
    <message>
        <source>the server does not answer: %1</source>
        <translation>服务器没有应答：%1</translation>
    </message>
    <message>
        <source>check that it still runs</source>
        <translation>请检查它是否仍在运行</translation>
    </message>
    <message>
        <source>measuring needs an account that may read and write the keys shardscape_probe_*</source>
        <translation>测量需要可读写 shardscape_probe_* 键的账号</translation>
    </message>
    <message>
        <source>check host and port, or the path of the socket</source>
        <translation>请检查主机和端口，或套接字的路径</translation>
    </message>
    <message>
        <source>keys %1:*</source>
        <translation>键 %1:*</translation>
    </message>
    <message>
        <source>the server&apos;s memory is nearly full: measuring needs %1 MB more, and others&apos; keys could be evicted; nothing was changed</source>
        <translation>服务器内存将满：测量还需 %1 MB，可能驱逐其他键；未做任何更改</translation>
    </message>
    <message>
        <source>measure with fewer rows (--rows), or another server</source>
        <translation>请用更少的行测量（--rows），或换一台服务器</translation>
    </message>
    <message>
        <source>unix socket</source>
        <translation>Unix 套接字</translation>
    </message>
    <message>
        <source>there is no way to measure a server of the engine &apos;%1&apos;</source>
        <translation>无法测量引擎“%1”的服务器</translation>
    </message>
    <message>
        <source>known are postgresql, mysql, mariadb and redis</source>
        <translation>已知的有 postgresql、mysql、mariadb 和 redis</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>give the path of a SQLite database</source>
        <translation>请给出 SQLite 数据库的路径</translation>
    </message>
    <message>
        <source>check that it is a SQLite database and can be read</source>
        <translation>请检查它是 SQLite 数据库且可读取</translation>
    </message>
    <message>
        <source>the database has no table</source>
        <translation>该数据库没有表</translation>
    </message>
    <message>
        <source>a sheet is a JSON object</source>
        <translation>价目表是一个 JSON 对象</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>must be a number from %1</source>
        <translation>必须是不小于 %1 的数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>write it as 2026-06-17</source>
        <translation>写法如 2026-06-17</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of on_demand, provisioned, cheaper</source>
        <translation>“%1”不是 on_demand、provisioned、cheaper 之一</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>needs cores_count, memory_bytes and per_hour</source>
        <translation>需要 cores_count、memory_bytes 和 per_hour</translation>
    </message>
    <message>
        <source>is missing, and there are no machines either</source>
        <translation>缺失，而且也没有机器</translation>
    </message>
    <message>
        <source>a price is {&quot;value&quot;, &quot;source&quot;, &quot;as_of&quot;}</source>
        <translation>价格写作 {&quot;value&quot;, &quot;source&quot;, &quot;as_of&quot;}</translation>
    </message>
    <message>
        <source>check its name and its permissions</source>
        <translation>请检查名称和权限</translation>
    </message>
    <message>
        <source>cannot be listed</source>
        <translation>无法列出</translation>
    </message>
    <message>
        <source>there is no price sheet called &quot;%1&quot;</source>
        <translation>没有名为“%1”的价目表</translation>
    </message>
    <message>
        <source>name a known one, or a file</source>
        <translation>请指定已知的价目表，或一个文件</translation>
    </message>
    <message>
        <source>no price sheet covers %1</source>
        <translation>没有价目表涵盖 %1</translation>
    </message>
    <message>
        <source>write one of your own: resources/prices/README.md says how</source>
        <translation>可自行编写：resources/prices/README.md 有说明</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>is not a known word</source>
        <translation>不是已知的词</translation>
    </message>
    <message>
        <source>is not what it should be: %1</source>
        <translation>不是应有的内容：%1</translation>
    </message>
    <message>
        <source>a row of %1 belongs to nothing</source>
        <translation>%1 的一行不属于任何对象</translation>
    </message>
    <message>
        <source>it has a view %1 of its own</source>
        <translation>它有一个自己的视图 %1</translation>
    </message>
    <message>
        <source>the table project has no row</source>
        <translation>project 表没有行</translation>
    </message>
    <message>
        <source>The previous version may still be there as %1.bak</source>
        <translation>旧版本可能还在，文件名为 %1.bak</translation>
    </message>
    <message>
        <source>The file is empty: it holds no project</source>
        <translation>文件为空：其中没有项目</translation>
    </message>
    <message>
        <source>This is a project in its text form</source>
        <translation>这是文本形式的项目</translation>
    </message>
    <message>
        <source>Load it: shardscape-cli load FILE -o PROJECT</source>
        <translation>请载入：shardscape-cli load FILE -o PROJECT</translation>
    </message>
    <message>
        <source>This is not a Shardscape project</source>
        <translation>这不是 Shardscape 项目</translation>
    </message>
    <message>
        <source>Schemas are imported: shardscape-cli import FILE -o PROJECT</source>
        <translation>模式须导入：shardscape-cli import FILE -o PROJECT</translation>
    </message>
    <message>
        <source>The file is cut short after %1 bytes</source>
        <translation>文件在 %1 字节后被截断</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Shardscape project</source>
        <translation>这是 SQLite 数据库，但不是 Shardscape 项目</translation>
    </message>
    <message>
        <source>Choose a project file</source>
        <translation>请选择项目文件</translation>
    </message>
    <message>
        <source>The file has format %1; this program reads up to %2</source>
        <translation>文件格式为 %1；本程序至多能读 %2</translation>
    </message>
    <message>
        <source>Open it with a newer Shardscape</source>
        <translation>请用更新的 Shardscape 打开</translation>
    </message>
    <message>
        <source>The file is damaged: its format is %1</source>
        <translation>文件已损坏：其格式为 %1</translation>
    </message>
    <message>
        <source>The file is cut short: %1 of %2 bytes are there</source>
        <translation>文件被截断：%2 字节中只有 %1 字节</translation>
    </message>
    <message>
        <source>The project cannot be turned into a file: %1</source>
        <translation>无法将项目写成文件：%1</translation>
    </message>
    <message>
        <source>The project file is damaged: %1</source>
        <translation>项目文件已损坏：%1</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder</source>
        <translation>请检查文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again</source>
        <translation>请腾出一些磁盘空间后重试</translation>
    </message>
    <message>
        <source>The disk is read-only; save under another name</source>
        <translation>磁盘只读；请另存为其他名称</translation>
    </message>
    <message>
        <source>Check the spelling of the path</source>
        <translation>请检查路径的拼写</translation>
    </message>
    <message>
        <source>Cannot read the file: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>Cannot write the file: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>Cannot open the file: %1</source>
        <translation>无法打开文件：%1</translation>
    </message>
    <message>
        <source>Cannot keep the previous version as the file: %1</source>
        <translation>无法把旧版本保留为文件：%1</translation>
    </message>
    <message>
        <source>Cannot %1 the file: %2</source>
        <translation>无法对文件执行 %1：%2</translation>
    </message>
    <message>
        <source>This is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>请选择文件</translation>
    </message>
    <message>
        <source>The project is open in another window or program</source>
        <translation>该项目已在另一个窗口或程序中打开</translation>
    </message>
    <message>
        <source>Close it there first</source>
        <translation>请先在那里关闭它</translation>
    </message>
    <message>
        <source>The project is being opened and closed by another program</source>
        <translation>该项目正被另一个程序打开和关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>The journal is not an ordinary file</source>
        <translation>日志不是普通文件</translation>
    </message>
    <message>
        <source>Move it away</source>
        <translation>请将其移走</translation>
    </message>
    <message>
        <source>This is not a journal of Shardscape</source>
        <translation>这不是 Shardscape 的日志</translation>
    </message>
    <message>
        <source>The journal was written by another version: %1</source>
        <translation>日志由另一版本写成：%1</translation>
    </message>
    <message>
        <source>Open the project with that version and save it</source>
        <translation>请用该版本打开项目并保存</translation>
    </message>
    <message>
        <source>The step is larger than 4 GiB</source>
        <translation>该步骤大于 4 GiB</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>请保存项目</translation>
    </message>
    <message>
        <source>Another program has not finished changing the file (%1%2 is there)</source>
        <translation>另一个程序尚未完成对文件的更改（存在 %1%2）</translation>
    </message>
    <message>
        <source>Close the program that has it open, for example sqlite3</source>
        <translation>请关闭打开它的程序，例如 sqlite3</translation>
    </message>
    <message>
        <source>The project has edits that were never saved, of a session that ended abruptly</source>
        <translation>项目有从未保存的编辑，来自一次突然结束的会话</translation>
    </message>
    <message>
        <source>Open it and save or discard them, or remove %1</source>
        <translation>请打开后保存或放弃它们，或删除 %1</translation>
    </message>
    <message>
        <source>The journal does not begin as it should</source>
        <translation>日志的开头不符合要求</translation>
    </message>
    <message>
        <source>The file is not the version that %1 unsaved step belongs to, so they were not applied; they are kept in %2</source>
        <translation>文件不是 %1 个未保存步骤所属的版本，因此未应用；它们保留在 %2 中</translation>
    </message>
    <message>
        <source>The file is not the version that %1 unsaved steps belong to, so they were not applied; they are kept in %2</source>
        <translation>文件不是 %1 个未保存步骤所属的版本，因此未应用；它们保留在 %2 中</translation>
    </message>
    <message>
        <source>One more step was being written when the program ended; it is left out</source>
        <translation>程序结束时还有一个步骤正在写入；已略去</translation>
    </message>
    <message>
        <source>The unsaved steps do not fit the file: %1</source>
        <translation>未保存的步骤与文件不符：%1</translation>
    </message>
    <message>
        <source>Move the journal away to open the file as it was saved</source>
        <translation>移走日志即可按保存时的状态打开文件</translation>
    </message>
    <message>
        <source>The recovery folder is full of journals</source>
        <translation>恢复文件夹中的日志已满</translation>
    </message>
    <message>
        <source>Remove old ones</source>
        <translation>请删除旧日志</translation>
    </message>
    <message>
        <source>There is no such journal</source>
        <translation>没有这样的日志</translation>
    </message>
    <message>
        <source>It may have been recovered already</source>
        <translation>它可能已经恢复过</translation>
    </message>
    <message>
        <source>The edit cannot be kept safe: %1</source>
        <translation>无法安全保存该编辑：%1</translation>
    </message>
    <message>
        <source>Save the project under another name first</source>
        <translation>请先以其他名称保存项目</translation>
    </message>
    <message>
        <source>The project has no file yet</source>
        <translation>项目还没有文件</translation>
    </message>
    <message>
        <source>Save it under a name</source>
        <translation>请以某个名称保存</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>unknown failure</source>
        <translation>未知故障</translation>
    </message>
    <message>
        <source>This is not a Shardscape text file</source>
        <translation>这不是 Shardscape 文本文件</translation>
    </message>
    <message>
        <source>The first line is &quot;%1%2&quot;</source>
        <translation>第一行是“%1%2”</translation>
    </message>
    <message>
        <source>The version in the first line is not a number</source>
        <translation>第一行中的版本不是数字</translation>
    </message>
    <message>
        <source>The text has version %1; this program reads up to %2</source>
        <translation>文本的版本为 %1；本程序至多能读 %2</translation>
    </message>
    <message>
        <source>Use a newer Shardscape</source>
        <translation>请使用更新的 Shardscape</translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation>请更正文本</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>Cannot make the folder of the file: %1</source>
        <translation>无法创建文件所在的文件夹：%1</translation>
    </message>
    <message>
        <source>a reference needs two ends: Ref: a.b_id &gt; b.id</source>
        <translation>引用需要两端：Ref: a.b_id &gt; b.id</translation>
    </message>
    <message>
        <source>a reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>both ends of the reference are the same</source>
        <translation>引用的两端相同</translation>
    </message>
    <message>
        <source>there is a reference between these ends already</source>
        <translation>这两端之间已有引用</translation>
    </message>
    <message>
        <source>the first one is kept</source>
        <translation>保留第一个</translation>
    </message>
    <message>
        <source>colours of references are not part of the model</source>
        <translation>引用的颜色不属于模型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no action of a reference</source>
        <translation>“%1”不是引用的动作</translation>
    </message>
    <message>
        <source>actions are cascade, restrict, set null, set default and no action</source>
        <translation>动作有 cascade、restrict、set null、set default 和 no action</translation>
    </message>
    <message>
        <source>one-to-one references: a unique key on the side that refers says so</source>
        <translation>一对一引用：由引用方的唯一键表示</translation>
    </message>
    <message>
        <source>a reference of many to many became the table %1 between %2 and %3</source>
        <translation>多对多引用变为 %2 与 %3 之间的表 %1</translation>
    </message>
    <message>
        <source>the partial %1 is in this table already</source>
        <translation>部分表 %1 已在此表中</translation>
    </message>
    <message>
        <source>there is no partial %1</source>
        <translation>没有部分表 %1</translation>
    </message>
    <message>
        <source>records (rows) are not part of the model</source>
        <translation>记录（行）不属于模型</translation>
    </message>
    <message>
        <source>the column %1.%2 has no type</source>
        <translation>列 %1.%2 没有类型</translation>
    </message>
    <message>
        <source>write it behind the name</source>
        <translation>请写在名称之后</translation>
    </message>
    <message>
        <source>the column %1.%2</source>
        <translation>列 %1.%2</translation>
    </message>
    <message>
        <source>the setting &apos;%1&apos; of %2.%3 is not known; it is left out</source>
        <translation>%2.%3 的设置“%1”未知；已略去</translation>
    </message>
    <message>
        <source>the indexes of %1</source>
        <translation>%1 的索引</translation>
    </message>
    <message>
        <source>an index of %1</source>
        <translation>%1 的一个索引</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood in an index</source>
        <translation>索引中无法理解“%1”</translation>
    </message>
    <message>
        <source>write expressions in backticks</source>
        <translation>表达式请写在反引号中</translation>
    </message>
    <message>
        <source>the setting &apos;%1&apos; of an index is not known; it is left out</source>
        <translation>索引的设置“%1”未知；已略去</translation>
    </message>
    <message>
        <source>a primary key is made of columns, not of expressions</source>
        <translation>主键由列组成，不能由表达式组成</translation>
    </message>
    <message>
        <source>the checks of %1</source>
        <translation>%1 的检查约束</translation>
    </message>
    <message>
        <source>import CREATE TABLE statements, as DESCRIBE SCHEMA of cqlsh writes them</source>
        <translation>请导入 CREATE TABLE 语句，如 cqlsh 的 DESCRIBE SCHEMA 所输出</translation>
    </message>
    <message>
        <source>the text ends within a quote or comment that starts here</source>
        <translation>文本在此处开始的引号或注释内结束</translation>
    </message>
    <message>
        <source>close it; what follows is not read</source>
        <translation>请闭合它；其后的内容未读取</translation>
    </message>
    <message>
        <source>statements with data (INSERT, UPDATE …) are not part of the schema</source>
        <translation>数据语句（INSERT、UPDATE …）不属于模式</translation>
    </message>
    <message>
        <source>session statements and grants do not concern the model</source>
        <translation>会话语句和授权与模型无关</translation>
    </message>
    <message>
        <source>&apos;%1&apos; starts no statement that is known; it is left out</source>
        <translation>“%1”不是已知语句的开头；已略去</translation>
    </message>
    <message>
        <source>keyspaces and their replication are not part of the model</source>
        <translation>键空间及其复制不属于模型</translation>
    </message>
    <message>
        <source>%1 is not part of the model</source>
        <translation>%1 不属于模型</translation>
    </message>
    <message>
        <source>the table %1 has no list of columns that ends</source>
        <translation>表 %1 的列清单没有结束</translation>
    </message>
    <message>
        <source>the table %1 has no primary key</source>
        <translation>表 %1 没有主键</translation>
    </message>
    <message>
        <source>Cassandra refuses a table without one</source>
        <translation>Cassandra 拒绝没有主键的表</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no column with a type in %2</source>
        <translation>“%1”不是 %2 中带类型的列</translation>
    </message>
    <message>
        <source>static columns count as ordinary ones in the model</source>
        <translation>静态列在模型中按普通列计</translation>
    </message>
    <message>
        <source>&apos;%1&apos; behind the column %2.%3 is not CQL; it is left out</source>
        <translation>列 %2.%3 后的“%1”不是 CQL；已略去</translation>
    </message>
    <message>
        <source>the primary key of %1 names %2 twice</source>
        <translation>%1 的主键两次使用 %2</translation>
    </message>
    <message>
        <source>the primary key of %1 is empty</source>
        <translation>%1 的主键为空</translation>
    </message>
    <message>
        <source>the type %1 is not part of the model: columns of it count as documents</source>
        <translation>类型 %1 不属于模型：此类列按文档计</translation>
    </message>
    <message>
        <source>CREATE INDEX: ON and a table are missing</source>
        <translation>CREATE INDEX：缺少 ON 和表</translation>
    </message>
    <message>
        <source>indexes over keys, values or entries count as over the column</source>
        <translation>对键、值或条目的索引按对该列的索引计</translation>
    </message>
    <message>
        <source>CREATE INDEX: there is no column</source>
        <translation>CREATE INDEX：没有列</translation>
    </message>
    <message>
        <source>options of indexes are not part of the model</source>
        <translation>索引的选项不属于模型</translation>
    </message>
    <message>
        <source>%1 has an index %2 already</source>
        <translation>%1 已有索引 %2</translation>
    </message>
    <message>
        <source>descending clustering columns: the model&apos;s keys have no direction</source>
        <translation>降序聚簇列：模型的键没有方向</translation>
    </message>
    <message>
        <source>options of tables (compaction, caching …) are not part of the model</source>
        <translation>表的选项（压实、缓存 …）不属于模型</translation>
    </message>
    <message>
        <source>the option %1 of %2 has no value</source>
        <translation>%2 的选项 %1 没有值</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood; the rest of it is left out</source>
        <translation>无法理解“%1”；其余部分已略去</translation>
    </message>
    <message>
        <source>times to live that are placeholders are left out</source>
        <translation>以占位符给出的存活时间已略去</translation>
    </message>
    <message>
        <source>this change of a table is not understood</source>
        <translation>无法理解对表的这一更改</translation>
    </message>
    <message>
        <source>statements that drop what the model does not hold</source>
        <translation>删除模型中不存在之物的语句</translation>
    </message>
    <message>
        <source>CQL (Cassandra, ScyllaDB)</source>
        <translation>CQL（Cassandra、ScyllaDB）</translation>
    </message>
    <message>
        <source>write tables as &quot;Table users { id int [pk] }&quot;</source>
        <translation>表写作“Table users { id int [pk] }”</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no element of DBML</source>
        <translation>“%1”不是 DBML 的元素</translation>
    </message>
    <message>
        <source>elements are Table, Enum, Ref, TableGroup, TablePartial, Project and Note</source>
        <translation>元素有 Table、Enum、Ref、TableGroup、TablePartial、Project 和 Note</translation>
    </message>
    <message>
        <source>this %1 has no end</source>
        <translation>这个 %1 没有结束</translation>
    </message>
    <message>
        <source>close it with }</source>
        <translation>请用 } 闭合</translation>
    </message>
    <message>
        <source>the partial %1 is there already</source>
        <translation>部分表 %1 已存在</translation>
    </message>
    <message>
        <source>a %1 stands by itself, not in a project</source>
        <translation>%1 须独立书写，不能在项目内</translation>
    </message>
    <message>
        <source>properties of the project are not part of the model</source>
        <translation>项目的属性不属于模型</translation>
    </message>
    <message>
        <source>this list of settings has no end</source>
        <translation>此设置列表没有结束</translation>
    </message>
    <message>
        <source>close it with ]</source>
        <translation>请用 ] 闭合</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>设置列表</translation>
    </message>
    <message>
        <source>a setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1 ends too early</source>
        <translation>%1 结束得太早</translation>
    </message>
    <message>
        <source>this quote is not closed on its line</source>
        <translation>此引号在本行没有闭合</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood in %2</source>
        <translation>在 %2 中无法理解“%1”</translation>
    </message>
    <message>
        <source>write \&apos; for a quote within, or use &apos;&apos;&apos; for several lines</source>
        <translation>引号内的引号写作 \&apos;，多行请用 &apos;&apos;&apos;</translation>
    </message>
    <message>
        <source>the alias %1 is there already</source>
        <translation>别名 %1 已存在</translation>
    </message>
    <message>
        <source>colours of tables are not part of the model</source>
        <translation>表的颜色不属于模型</translation>
    </message>
    <message>
        <source>the head of a table</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>an enumeration</source>
        <translation>枚举</translation>
    </message>
    <message>
        <source>the enumeration %1 has %2 already</source>
        <translation>枚举 %1 已有 %2</translation>
    </message>
    <message>
        <source>notes of enumeration labels are not part of the model</source>
        <translation>枚举标签的注释不属于模型</translation>
    </message>
    <message>
        <source>an enumeration without a name is left out</source>
        <translation>没有名称的枚举已略去</translation>
    </message>
    <message>
        <source>the enumeration %1 is there already</source>
        <translation>枚举 %1 已存在</translation>
    </message>
    <message>
        <source>a group without a name is left out</source>
        <translation>没有名称的分组已略去</translation>
    </message>
    <message>
        <source>notes and colours of groups are not part of the model</source>
        <translation>分组的注释和颜色不属于模型</translation>
    </message>
    <message>
        <source>the group has a note already</source>
        <translation>该分组已有注释</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>%1 belongs to a group already</source>
        <translation>%1 已属于某个分组</translation>
    </message>
    <message>
        <source>a note needs a name: Note name { &apos;text&apos; }</source>
        <translation>注释需要名称：Note name { &apos;text&apos; }</translation>
    </message>
    <message>
        <source>the note %1 is there already</source>
        <translation>注释 %1 已存在</translation>
    </message>
    <message>
        <source>notes beside the tables are not part of the model</source>
        <translation>表之外的注释不属于模型</translation>
    </message>
    <message>
        <source>Mermaid erDiagram</source>
        <translation>Mermaid erDiagram</translation>
    </message>
    <message>
        <source>write a diagram that begins with the line &quot;erDiagram&quot;</source>
        <translation>请写以“erDiagram”行开头的图</translation>
    </message>
    <message>
        <source>the %1 diagrams of the file are read as one model</source>
        <translation>文件中的 %1 张图作为一个模型读取</translation>
    </message>
    <message>
        <source>the attributes of %1 have no end</source>
        <translation>%1 的属性没有结束</translation>
    </message>
    <message>
        <source>close them with }</source>
        <translation>请用 } 闭合它们</translation>
    </message>
    <message>
        <source>there is no line &quot;erDiagram&quot;</source>
        <translation>没有“erDiagram”行</translation>
    </message>
    <message>
        <source>only diagrams of entities can be imported</source>
        <translation>只能导入实体图</translation>
    </message>
    <message>
        <source>titles, directions and styles of diagrams are not part of the model</source>
        <translation>图的标题、方向和样式不属于模型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; begins with no name of an entity</source>
        <translation>“%1”的开头不是实体名</translation>
    </message>
    <message>
        <source>put names with other characters in double quotes</source>
        <translation>含其他字符的名称请加双引号</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no relationship</source>
        <translation>“%1”不是关系</translation>
    </message>
    <message>
        <source>write it as: A ||--o{ B : label</source>
        <translation>写作：A ||--o{ B : label</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood behind a relationship</source>
        <translation>关系之后无法理解“%1”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no attribute of %2</source>
        <translation>“%1”不是 %2 的属性</translation>
    </message>
    <message>
        <source>write it as: type name PK &quot;comment&quot;</source>
        <translation>写作：type name PK &quot;comment&quot;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no key of an attribute</source>
        <translation>“%1”不是属性的键</translation>
    </message>
    <message>
        <source>keys are PK, FK and UK</source>
        <translation>键有 PK、FK 和 UK</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood behind an attribute</source>
        <translation>属性之后无法理解“%1”</translation>
    </message>
    <message>
        <source>statements with data (INSERT, REPLACE, UPDATE …) are not part of the schema</source>
        <translation>数据语句（INSERT、REPLACE、UPDATE …）不属于模式</translation>
    </message>
    <message>
        <source>session and administration statements (SET, LOCK, COMMIT …) do not concern the model</source>
        <translation>会话和管理语句（SET、LOCK、COMMIT …）与模型无关</translation>
    </message>
    <message>
        <source>MySQL and MariaDB DDL</source>
        <translation>MySQL 和 MariaDB 的 DDL</translation>
    </message>
    <message>
        <source>import CREATE TABLE statements, as mysqldump --no-data writes them</source>
        <translation>请导入 CREATE TABLE 语句，如 mysqldump --no-data 所输出</translation>
    </message>
    <message>
        <source>the text ends within a quoted string, name or comment that starts here</source>
        <translation>文本在此处开始的带引号字符串、名称或注释内结束</translation>
    </message>
    <message>
        <source>grants do not concern the model</source>
        <translation>授权与模型无关</translation>
    </message>
    <message>
        <source>pieces of routines (there is no DELIMITER around them) are not part of the model</source>
        <translation>例程的片段（周围没有 DELIMITER）不属于模型</translation>
    </message>
    <message>
        <source>choose the dialect with --dialect if this is no MySQL or MariaDB</source>
        <translation>如果不是 MySQL 或 MariaDB，请用 --dialect 选择方言</translation>
    </message>
    <message>
        <source>a temporary table is not part of the model</source>
        <translation>临时表不属于模型</translation>
    </message>
    <message>
        <source>%1 has no index %2</source>
        <translation>%1 没有索引 %2</translation>
    </message>
    <message>
        <source>the table %1 is there already</source>
        <translation>表 %1 已存在</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not understood; the rest of it is left out</source>
        <translation>%1：无法理解“%2”；其余部分已略去</translation>
    </message>
    <message>
        <source>this is no JSON from here on</source>
        <translation>从这里起不是 JSON</translation>
    </message>
    <message>
        <source>export the model again from NoSQL Workbench</source>
        <translation>请从 NoSQL Workbench 重新导出模型</translation>
    </message>
    <message>
        <source>the file has no list &quot;DataModel&quot;: it is no model of NoSQL Workbench</source>
        <translation>文件没有“DataModel”列表：不是 NoSQL Workbench 的模型</translation>
    </message>
    <message>
        <source>export the data model as NoSQL Workbench JSON</source>
        <translation>请将数据模型导出为 NoSQL Workbench JSON</translation>
    </message>
    <message>
        <source>export a data model with tables from NoSQL Workbench</source>
        <translation>请从 NoSQL Workbench 导出含有表的数据模型</translation>
    </message>
    <message>
        <source>the table %1 has no partition key</source>
        <translation>表 %1 没有分区键</translation>
    </message>
    <message>
        <source>DynamoDB refuses a table without one</source>
        <translation>DynamoDB 拒绝没有分区键的表</translation>
    </message>
    <message>
        <source>%1 facets of %2 are not part of the model</source>
        <translation>%2 的 %1 个 facet 不属于模型</translation>
    </message>
    <message>
        <source>capacity and access settings of tables are not part of the model</source>
        <translation>表的容量和访问设置不属于模型</translation>
    </message>
    <message>
        <source>%1.%2 is also of type %3: the first type is in the model</source>
        <translation>%1.%2 还有类型 %3：模型采用第一个类型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no type of DynamoDB: %2 counts as text</source>
        <translation>“%1”不是 DynamoDB 的类型：%2 按文本计</translation>
    </message>
    <message>
        <source>an index of %1 has no name or no key</source>
        <translation>%1 的一个索引没有名称或键</translation>
    </message>
    <message>
        <source>attributes that only sample items have are not part of the model</source>
        <translation>只有示例条目才有的属性不属于模型</translation>
    </message>
    <message>
        <source>sample items: their widths are in the model, the items are not</source>
        <translation>示例条目：其宽度已入模型，条目本身没有</translation>
    </message>
    <message>
        <source>NoSQL Workbench (DynamoDB)</source>
        <translation>NoSQL Workbench（DynamoDB）</translation>
    </message>
    <message>
        <source>PostgreSQL DDL</source>
        <translation>PostgreSQL DDL</translation>
    </message>
    <message>
        <source>Prisma schema</source>
        <translation>Prisma 模式</translation>
    </message>
    <message>
        <source>write models as &quot;model User { id Int @id }&quot;</source>
        <translation>模型写作“model User { id Int @id }”</translation>
    </message>
    <message>
        <source>the text ends within a quote that starts here</source>
        <translation>文本在此处开始的引号内结束</translation>
    </message>
    <message>
        <source>&apos;%1&apos; starts no block</source>
        <translation>“%1”不是块的开头</translation>
    </message>
    <message>
        <source>blocks are model, enum, type, view, datasource and generator, each with a name and braces</source>
        <translation>块有 model、enum、type、view、datasource 和 generator，各有名称和花括号</translation>
    </message>
    <message>
        <source>the block %1 has no end</source>
        <translation>块 %1 没有结束</translation>
    </message>
    <message>
        <source>the %1 %2 is not part of the model</source>
        <translation>%1 %2 不属于模型</translation>
    </message>
    <message>
        <source>relationMode is &quot;prisma&quot;: the database keeps no foreign keys; the relationships are in the model</source>
        <translation>relationMode 为“prisma”：数据库不保留外键；关系已入模型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood here</source>
        <translation>这里无法理解“%1”</translation>
    </message>
    <message>
        <source>attributes begin with @</source>
        <translation>属性以 @ 开头</translation>
    </message>
    <message>
        <source>the parentheses of @%1 are not closed</source>
        <translation>@%1 的括号没有闭合</translation>
    </message>
    <message>
        <source>statements with data (INSERT, UPDATE, DELETE …) are not part of the schema</source>
        <translation>数据语句（INSERT、UPDATE、DELETE …）不属于模式</translation>
    </message>
    <message>
        <source>session statements (PRAGMA, BEGIN, COMMIT …) do not concern the model</source>
        <translation>会话语句（PRAGMA、BEGIN、COMMIT …）与模型无关</translation>
    </message>
    <message>
        <source>SQLite has no memory for a database</source>
        <translation>SQLite 没有内存可用于数据库</translation>
    </message>
    <message>
        <source>import CREATE TABLE statements, as &quot;.schema&quot; of sqlite3 writes them</source>
        <translation>请导入 CREATE TABLE 语句，如 sqlite3 的“.schema”所输出</translation>
    </message>
    <message>
        <source>commands of the sqlite3 program are not followed</source>
        <translation>sqlite3 程序的命令不予执行</translation>
    </message>
    <message>
        <source>choose the dialect with --dialect if this is no SQLite</source>
        <translation>如果不是 SQLite，请用 --dialect 选择方言</translation>
    </message>
    <message>
        <source>CREATE %1%2 %3 is not part of the model</source>
        <translation>CREATE %1%2 %3 不属于模型</translation>
    </message>
    <message>
        <source>the statement is left out</source>
        <translation>该语句已略去</translation>
    </message>
    <message>
        <source>SQLite DDL</source>
        <translation>SQLite DDL</translation>
    </message>
    <message>
        <source>the gallery is not there: %1</source>
        <translation>图库不存在：%1</translation>
    </message>
    <message>
        <source>is the installation complete?</source>
        <translation>安装完整吗？</translation>
    </message>
    <message>
        <source>A template needs a title</source>
        <translation>模板需要标题</translation>
    </message>
    <message>
        <source>Name it with letters or digits</source>
        <translation>请用字母或数字命名</translation>
    </message>
    <message>
        <source>the template could not be written</source>
        <translation>无法写入模板</translation>
    </message>
    <message>
        <source>Is there room, and may you write there?</source>
        <translation>有空间吗？是否有写入权限？</translation>
    </message>
    <message>
        <source>the template could not be written: %1</source>
        <translation>无法写入模板：%1</translation>
    </message>
    <message>
        <source>What comes with the product cannot be removed</source>
        <translation>随产品附带的内容不能删除</translation>
    </message>
    <message>
        <source>the template could not be removed</source>
        <translation>无法删除模板</translation>
    </message>
    <message>
        <source>there is more that was not understood; further messages are left out</source>
        <translation>还有更多无法理解的内容；其余消息已略去</translation>
    </message>
    <message>
        <source>check that the file is of the format that it is read as</source>
        <translation>请检查文件格式是否与读取方式一致</translation>
    </message>
    <message>
        <source>a table without a name is left out</source>
        <translation>没有名称的表已略去</translation>
    </message>
    <message>
        <source>%1: there is no table %2</source>
        <translation>%1：没有表 %2</translation>
    </message>
    <message>
        <source>a column of %1 without a name is left out</source>
        <translation>%1 的一个没有名称的列已略去</translation>
    </message>
    <message>
        <source>%1 has a column %2 already</source>
        <translation>%1 已有列 %2</translation>
    </message>
    <message>
        <source>%1: %2 has no column %3</source>
        <translation>%1：%2 没有列 %3</translation>
    </message>
    <message>
        <source>%1 names the column %2 twice</source>
        <translation>%1 两次使用列 %2</translation>
    </message>
    <message>
        <source>the foreign key of %1 is left out: %2</source>
        <translation>%1 的外键已略去：%2</translation>
    </message>
    <message>
        <source>there is no table %1</source>
        <translation>没有表 %1</translation>
    </message>
    <message>
        <source>name the columns that it refers to</source>
        <translation>请写明它引用的列</translation>
    </message>
    <message>
        <source>%1 has no column %2</source>
        <translation>%1 没有列 %2</translation>
    </message>
    <message>
        <source>it has %1 columns and refers to %2</source>
        <translation>它有 %1 列却引用 %2 列</translation>
    </message>
    <message>
        <source>no table was found</source>
        <translation>没有找到表</translation>
    </message>
    <message>
        <source>the file is of no known format</source>
        <translation>文件格式未知</translation>
    </message>
    <message>
        <source>say which with --from: %1</source>
        <translation>请用 --from 指明：%1</translation>
    </message>
    <message>
        <source>there is no file to import</source>
        <translation>没有要导入的文件</translation>
    </message>
    <message>
        <source>there is no import format &apos;%1&apos;</source>
        <translation>没有导入格式“%1”</translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation>已知的有 %1</translation>
    </message>
    <message>
        <source>did you mean &apos;%1&apos;?</source>
        <translation>您是指“%1”吗？</translation>
    </message>
    <message>
        <source>this file looks like %1, another like %2</source>
        <translation>这个文件像 %1，另一个像 %2</translation>
    </message>
    <message>
        <source>import them one by one, or say with --from what they all are</source>
        <translation>请逐个导入，或用 --from 指明它们都是什么</translation>
    </message>
    <message>
        <source>the sample of keys cannot be read</source>
        <translation>无法读取键的样本</translation>
    </message>
    <message>
        <source>is the path right?</source>
        <translation>路径正确吗？</translation>
    </message>
    <message>
        <source>a record of %1 fields has no key or no count</source>
        <translation>一条有 %1 个字段的记录没有键或计数</translation>
    </message>
    <message>
        <source>give each record the fields of the first one</source>
        <translation>每条记录的字段须与第一条相同</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of requests</source>
        <translation>“%1”不是请求数</translation>
    </message>
    <message>
        <source>write a whole number</source>
        <translation>请写整数</translation>
    </message>
    <message>
        <source>the sample has more than 10^15 requests</source>
        <translation>样本的请求数超过 10^15</translation>
    </message>
    <message>
        <source>scale the counts down</source>
        <translation>请按比例缩小计数</translation>
    </message>
    <message>
        <source>the sample of keys holds no key</source>
        <translation>键的样本没有键</translation>
    </message>
    <message>
        <source>give it a key a line</source>
        <translation>请每行给出一个键</translation>
    </message>
    <message>
        <source>%1.id was added: the diagram draws a relationship to %2, which has no key</source>
        <translation>已添加 %1.id：图中画有到 %2 的关系，而它没有键</translation>
    </message>
    <message>
        <source>%1.%2 was added for the relationship to %3</source>
        <translation>为到 %3 的关系添加了 %1.%2</translation>
    </message>
    <message>
        <source>a relationship of many to many became the table %1 between %2 and %3</source>
        <translation>多对多关系变为 %2 与 %3 之间的表 %1</translation>
    </message>
    <message>
        <source>changes of tables that do not concern the model (DISABLE KEYS, CONVERT TO …)</source>
        <translation>与模型无关的表更改（DISABLE KEYS、CONVERT TO …）</translation>
    </message>
    <message>
        <source>added partitions are not part of the model</source>
        <translation>新增的分区不属于模型</translation>
    </message>
    <message>
        <source>DROP: %1 has no %2 %3</source>
        <translation>DROP：%1 没有 %2 %3</translation>
    </message>
    <message>
        <source>changes of visibility or enforcement are not part of the model</source>
        <translation>可见性或强制性的更改不属于模型</translation>
    </message>
    <message>
        <source>a part of %1</source>
        <translation>%1 的一部分</translation>
    </message>
    <message>
        <source>ON UPDATE CURRENT_TIMESTAMP is not part of the model</source>
        <translation>ON UPDATE CURRENT_TIMESTAMP 不属于模型</translation>
    </message>
    <message>
        <source>character sets and collations of columns are not part of the model</source>
        <translation>列的字符集和排序规则不属于模型</translation>
    </message>
    <message>
        <source>VIRTUAL columns count as stored ones in the model</source>
        <translation>VIRTUAL 列在模型中按存储列计</translation>
    </message>
    <message>
        <source>storage attributes of columns are not part of the model</source>
        <translation>列的存储属性不属于模型</translation>
    </message>
    <message>
        <source>%1 has a primary key already</source>
        <translation>%1 已有主键</translation>
    </message>
    <message>
        <source>NOT ENFORCED is not part of the model: the check counts as enforced</source>
        <translation>NOT ENFORCED 不属于模型：该检查按强制计</translation>
    </message>
    <message>
        <source>MySQL before 9.0 ignores REFERENCES behind a column (%1.%2); the relationship is in the model</source>
        <translation>MySQL 9.0 之前忽略列后的 REFERENCES（%1.%2）；该关系已入模型</translation>
    </message>
    <message>
        <source>it is imported as text</source>
        <translation>按文本导入</translation>
    </message>
    <message>
        <source>a key of %1</source>
        <translation>%1 的一个键</translation>
    </message>
    <message>
        <source>index prefixes: the model indexes whole columns, not their first characters</source>
        <translation>索引前缀：模型索引整列，而非其前若干字符</translation>
    </message>
    <message>
        <source>a key of %1 has no columns</source>
        <translation>%1 的一个键没有列</translation>
    </message>
    <message>
        <source>%1 has a key %2 already</source>
        <translation>%1 已有键 %2</translation>
    </message>
    <message>
        <source>a foreign key of %1</source>
        <translation>%1 的一个外键</translation>
    </message>
    <message>
        <source>the engine of %1 keeps no foreign keys; the relationship is in the model</source>
        <translation>%1 的引擎不保留外键；该关系已入模型</translation>
    </message>
    <message>
        <source>a check of %1 cannot be read</source>
        <translation>无法读取 %1 的一个检查约束</translation>
    </message>
    <message>
        <source>the table %1 is made of a query and left out</source>
        <translation>表 %1 由查询生成，已略去</translation>
    </message>
    <message>
        <source>write the table with its columns</source>
        <translation>请写明表及其列</translation>
    </message>
    <message>
        <source>the parentheses of CREATE TABLE %1 are not closed</source>
        <translation>CREATE TABLE %1 的括号没有闭合</translation>
    </message>
    <message>
        <source>periods and system versioning are not part of the model</source>
        <translation>时段和系统版本控制不属于模型</translation>
    </message>
    <message>
        <source>columns that follow from a query are not in the model</source>
        <translation>由查询得出的列不在模型中</translation>
    </message>
    <message>
        <source>write them out</source>
        <translation>请写明它们</translation>
    </message>
    <message>
        <source>the options of %1</source>
        <translation>%1 的选项</translation>
    </message>
    <message>
        <source>the storage engine %1 of %2 is not part of the model</source>
        <translation>%2 的存储引擎 %1 不属于模型</translation>
    </message>
    <message>
        <source>PARTITION BY: %1 has no column %2</source>
        <translation>PARTITION BY：%1 没有列 %2</translation>
    </message>
    <message>
        <source>the subpartitions of %1 are not part of the model</source>
        <translation>%1 的子分区不属于模型</translation>
    </message>
    <message>
        <source>the column %1 is in more than one of the tables</source>
        <translation>列 %1 在不止一个表中</translation>
    </message>
    <message>
        <source>write the table or its alias in front of it</source>
        <translation>请在前面写上表或其别名</translation>
    </message>
    <message>
        <source>there is no table or alias %1 in this statement</source>
        <translation>此语句中没有表或别名 %1</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>没有列 %1</translation>
    </message>
    <message>
        <source>not analysed: how the sub-select takes part; its tables and conditions are taken</source>
        <translation>未分析：子查询如何参与；已采用其表和条件</translation>
    </message>
    <message>
        <source>not analysed: the sub-select is taken as a join; its tables and conditions count as those of the statement</source>
        <translation>未分析：子查询按连接处理；其表和条件计为该语句的</translation>
    </message>
    <message>
        <source>a quoted text or comment that starts here does not end</source>
        <translation>此处开始的带引号文本或注释没有结束</translation>
    </message>
    <message>
        <source>the statement is too long to be analysed</source>
        <translation>语句太长，无法分析</translation>
    </message>
    <message>
        <source>split it</source>
        <translation>请拆分</translation>
    </message>
    <message>
        <source>there is no statement</source>
        <translation>没有语句</translation>
    </message>
    <message>
        <source>there is more than one statement</source>
        <translation>有不止一条语句</translation>
    </message>
    <message>
        <source>an access pattern is one SELECT, INSERT, UPDATE or DELETE</source>
        <translation>一个访问模式是一条 SELECT、INSERT、UPDATE 或 DELETE</translation>
    </message>
    <message>
        <source>not analysed: the statement reads no table</source>
        <translation>未分析：该语句不读取表</translation>
    </message>
    <message>
        <source>not analysed: the conditions and actions of MERGE</source>
        <translation>未分析：MERGE 的条件和动作</translation>
    </message>
    <message>
        <source>not analysed: the statement that writes in &quot;%1&quot;</source>
        <translation>未分析：在“%1”中写入的语句</translation>
    </message>
    <message>
        <source>not analysed: how WITH narrows what the statement reads; its tables and conditions are taken</source>
        <translation>未分析：WITH 如何缩小语句读取的范围；已采用其表和条件</translation>
    </message>
    <message>
        <source>not analysed: how UNION, INTERSECT or EXCEPT combines; the tables and conditions of both sides are taken</source>
        <translation>未分析：UNION、INTERSECT 或 EXCEPT 如何组合；已采用两侧的表和条件</translation>
    </message>
    <message>
        <source>not analysed: how the sub-select in FROM narrows what is read; its tables and conditions are taken</source>
        <translation>未分析：FROM 中的子查询如何缩小读取范围；已采用其表和条件</translation>
    </message>
    <message>
        <source>not analysed: the rows of a function in FROM</source>
        <translation>未分析：FROM 中函数的行</translation>
    </message>
    <message>
        <source>not analysed: a part of FROM</source>
        <translation>未分析：FROM 的一部分</translation>
    </message>
    <message>
        <source>USING names the column %1, which is not on both sides</source>
        <translation>USING 使用了列 %1，而它并非两侧都有</translation>
    </message>
    <message>
        <source>p99 wanted</source>
        <translation>期望的 p99</translation>
    </message>
    <message>
        <source>read your writes</source>
        <translation>读己之写</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>popularity</source>
        <translation>热度分布</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no %2</source>
        <translation>“%1”不是%2</translation>
    </message>
    <message>
        <source>write it as 5k/s or 2M/day</source>
        <translation>写作 5k/s 或 2M/day</translation>
    </message>
    <message>
        <source>write it as 50ms</source>
        <translation>写作 50ms</translation>
    </message>
    <message>
        <source>write it as uniform, zipf(0.99) or hotset(0.01, 0.8)</source>
        <translation>写作 uniform、zipf(0.99) 或 hotset(0.01, 0.8)</translation>
    </message>
    <message>
        <source>write strong, read-your-writes, bounded(5s) or eventual</source>
        <translation>写作 strong、read-your-writes、bounded(5s) 或 eventual</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>该表</translation>
    </message>
    <message>
        <source>this line names no access pattern</source>
        <translation>这一行没有访问模式的名称</translation>
    </message>
    <message>
        <source>write the name in its first cell</source>
        <translation>请在第一个单元格写名称</translation>
    </message>
    <message>
        <source>There is no access pattern in this text</source>
        <translation>此文本中没有访问模式</translation>
    </message>
    <message>
        <source>A line is a name, its SQL when it is new, and what is known: 5k/s, p99 50ms, zipf(0.99)</source>
        <translation>每行是名称、（新的则有）SQL，以及已知信息：5k/s、p99 50ms、zipf(0.99)</translation>
    </message>
    <message>
        <source>there is no access pattern %1</source>
        <translation>没有访问模式 %1</translation>
    </message>
    <message>
        <source>a new one needs its SQL in a cell</source>
        <translation>新的访问模式需要在单元格中写 SQL</translation>
    </message>
    <message>
        <source>cannot be parsed</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>the parser&apos;s answer cannot be read</source>
        <translation>无法读取解析器的结果</translation>
    </message>
    <message>
        <source>table options (ENGINE, character set, collation, row format …) are not part of the model</source>
        <translation>表选项（ENGINE、字符集、排序规则、行格式 …）不属于模型</translation>
    </message>
    <message>
        <source>this is no description of a sample</source>
        <translation>这不是示例的描述</translation>
    </message>
    <message>
        <source>optionally to</source>
        <translation>可选地到</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>metadata of a %1 is not part of the model</source>
        <translation>%1 的元数据不属于模型</translation>
    </message>
    <message>
        <source>this metadata does not say what it is of</source>
        <translation>此元数据没有说明属于什么</translation>
    </message>
    <message>
        <source>write it as Metadata Table users { … } or Metadata Column users.email { … }</source>
        <translation>写作 Metadata Table users { … } 或 Metadata Column users.email { … }</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood in metadata</source>
        <translation>元数据中无法理解“%1”</translation>
    </message>
    <message>
        <source>write a line as owner: &apos;payments&apos;</source>
        <translation>每行写作 owner: &apos;payments&apos;</translation>
    </message>
    <message>
        <source>the value of %1 is no text</source>
        <translation>%1 的值不是文本</translation>
    </message>
    <message>
        <source>write it in single quotes</source>
        <translation>请写在单引号中</translation>
    </message>
    <message>
        <source>elements are Table, Enum, Ref, TableGroup, TablePartial, Project, Note and Metadata</source>
        <translation>元素有 Table、Enum、Ref、TableGroup、TablePartial、Project、Note 和 Metadata</translation>
    </message>
    <message>
        <source>a tag needs its name</source>
        <translation>标签需要名称</translation>
    </message>
    <message>
        <source>write it as tag=pii</source>
        <translation>写作 tag=pii</translation>
    </message>
    <message>
        <source>a property needs its name and one value</source>
        <translation>属性项需要名称和一个值</translation>
    </message>
    <message>
        <source>write it as prop=owner(payments)</source>
        <translation>写作 prop=owner(payments)</translation>
    </message>
    <message>
        <source>ALTER INDEX is not part of the model</source>
        <translation>ALTER INDEX 不属于模型</translation>
    </message>
    <message>
        <source>the owner of a sequence is not part of the model</source>
        <translation>序列的所有者不属于模型</translation>
    </message>
    <message>
        <source>ALTER TYPE of a composite type is not followed</source>
        <translation>不跟踪复合类型的 ALTER TYPE</translation>
    </message>
    <message>
        <source>ALTER of something that is not a table is not part of the model</source>
        <translation>对表以外对象的 ALTER 不属于模型</translation>
    </message>
    <message>
        <source>%1 has no constraint %2</source>
        <translation>%1 没有约束 %2</translation>
    </message>
    <message>
        <source>DETACH PARTITION is not followed: the partition stays one</source>
        <translation>不跟踪 DETACH PARTITION：该分区仍是分区</translation>
    </message>
    <message>
        <source>owners of tables are not part of the model</source>
        <translation>表的所有者不属于模型</translation>
    </message>
    <message>
        <source>this change of %1 is not part of the model</source>
        <translation>对 %1 的这一更改不属于模型</translation>
    </message>
    <message>
        <source>the new options of %1 replace the earlier ones</source>
        <translation>%1 的新选项取代先前的选项</translation>
    </message>
    <message>
        <source>%1 has no foreign key %2</source>
        <translation>%1 没有外键 %2</translation>
    </message>
    <message>
        <source>there is no sequence %1</source>
        <translation>没有序列 %1</translation>
    </message>
    <message>
        <source>there is no enumeration %1</source>
        <translation>没有枚举 %1</translation>
    </message>
    <message>
        <source>%1 has no label %2</source>
        <translation>%1 没有标签 %2</translation>
    </message>
    <message>
        <source>%1 has the label %2 already</source>
        <translation>%1 已有标签 %2</translation>
    </message>
    <message>
        <source>ALTER DOMAIN is not followed: columns keep what the domain said when they were made</source>
        <translation>不跟踪 ALTER DOMAIN：各列保持创建时域的定义</translation>
    </message>
    <message>
        <source>there is no %1 %2</source>
        <translation>没有 %1 %2</translation>
    </message>
    <message>
        <source>DROP of something that is not modelled is left out</source>
        <translation>对未建模对象的 DROP 已略去</translation>
    </message>
    <message>
        <source>renaming the type %1 is not followed</source>
        <translation>不跟踪类型 %1 的重命名</translation>
    </message>
    <message>
        <source>RENAME of something that is not modelled is left out</source>
        <translation>对未建模对象的 RENAME 已略去</translation>
    </message>
    <message>
        <source>the exclusion constraint %1 still names the column %2</source>
        <translation>排除约束 %1 仍使用列 %2</translation>
    </message>
    <message>
        <source>there is no index %1 in the model</source>
        <translation>模型中没有索引 %1</translation>
    </message>
    <message>
        <source>SET SCHEMA of something that is not modelled is left out</source>
        <translation>对未建模对象的 SET SCHEMA 已略去</translation>
    </message>
    <message>
        <source>an expression cannot be written as SQL again and is left out</source>
        <translation>某表达式无法写回 SQL，已略去</translation>
    </message>
    <message>
        <source>the default of %1.%2 takes values from the sequence %3, which is not there</source>
        <translation>%1.%2 的默认值取自序列 %3，而它不存在</translation>
    </message>
    <message>
        <source>the sequence is assumed with default options</source>
        <translation>假定该序列采用默认选项</translation>
    </message>
    <message>
        <source>a constraint of this kind is not modelled</source>
        <translation>未对此类约束建模</translation>
    </message>
    <message>
        <source>the second one was left out</source>
        <translation>第二个已略去</translation>
    </message>
    <message>
        <source>%1 is already there</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>the second definition was left out</source>
        <translation>第二个定义已略去</translation>
    </message>
    <message>
        <source>an index with expressions cannot be a key</source>
        <translation>带表达式的索引不能作为键</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 already has rows here while %2 has none: a server refuses this foreign key until the rows it refers to are loaded</source>
        <translation>%1 此时已有行而 %2 没有：在载入被引用的行之前，服务器会拒绝此外键</translation>
    </message>
    <message>
        <source>load them first, or declare it NOT VALID; the model keeps it</source>
        <translation>请先载入它们，或声明为 NOT VALID；模型保留它</translation>
    </message>
    <message>
        <source>%1 has no column %2 to refer to</source>
        <translation>%1 没有可引用的列 %2</translation>
    </message>
    <message>
        <source>%1 columns refer to %2 columns of %3</source>
        <translation>%1 列引用 %3 的 %2 列</translation>
    </message>
    <message>
        <source>CREATE TABLE OF is not modelled: its columns are those of a type</source>
        <translation>未对 CREATE TABLE OF 建模：其列是某类型的列</translation>
    </message>
    <message>
        <source>%1 cannot inherit from %2, which inherits from it</source>
        <translation>%1 不能继承自 %2，因为后者继承自它</translation>
    </message>
    <message>
        <source>%1 inherits from %2: it is modelled as a table of its own that has all the columns</source>
        <translation>%1 继承自 %2：建模为拥有全部列的独立表</translation>
    </message>
    <message>
        <source>the type %1 is already there</source>
        <translation>类型 %1 已存在</translation>
    </message>
    <message>
        <source>columns of the domain %1 are modelled with its base type and its constraints</source>
        <translation>域 %1 的列以其基础类型和约束建模</translation>
    </message>
    <message>
        <source>the %1 %2 is known by its name alone</source>
        <translation>%1 %2 只知其名</translation>
    </message>
    <message>
        <source>the comment on %1 is not modelled</source>
        <translation>未对 %1 的注释建模</translation>
    </message>
    <message>
        <source>the comment on the index of key %1 is not modelled</source>
        <translation>未对键 %1 的索引的注释建模</translation>
    </message>
    <message>
        <source>a comment on something that is not modelled is left out</source>
        <translation>对未建模对象的注释已略去</translation>
    </message>
    <message>
        <source>a DO block is not executed: what it creates is not in the project</source>
        <translation>不执行 DO 块：它创建的内容不在项目中</translation>
    </message>
    <message>
        <source>write the statements it runs outside of it</source>
        <translation>请把它运行的语句写在块外</translation>
    </message>
    <message>
        <source>a part of this DO block depends on what is in the database and is not followed</source>
        <translation>此 DO 块的一部分取决于数据库中的内容，未予跟踪</translation>
    </message>
    <message>
        <source>the statement was left out</source>
        <translation>该语句已略去</translation>
    </message>
    <message>
        <source>the foreign key refers to %1, which is not there</source>
        <translation>外键引用 %1，而它不存在</translation>
    </message>
    <message>
        <source>a foreign key to the partition %1 is not modelled</source>
        <translation>未对引用分区 %1 的外键建模</translation>
    </message>
    <message>
        <source>the foreign key was left out</source>
        <translation>该外键已略去</translation>
    </message>
    <message>
        <source>the sequence %1 is used by no column and left out</source>
        <translation>序列 %1 没有列使用，已略去</translation>
    </message>
    <message>
        <source>the routine %1 is used by no expression of the model and left out</source>
        <translation>例程 %1 没有被模型的表达式使用，已略去</translation>
    </message>
    <message>
        <source>this statement</source>
        <translation>此语句</translation>
    </message>
    <message>
        <source>statements with data (INSERT, COPY, UPDATE …) are not part of the schema</source>
        <translation>数据语句（INSERT、COPY、UPDATE …）不属于模式</translation>
    </message>
    <message>
        <source>session and transaction statements (SET, BEGIN, COMMIT …) do not concern the model</source>
        <translation>会话和事务语句（SET、BEGIN、COMMIT …）与模型无关</translation>
    </message>
    <message>
        <source>psql commands are not followed</source>
        <translation>不执行 psql 命令</translation>
    </message>
    <message>
        <source>there is no SQL statement to import</source>
        <translation>没有可导入的 SQL 语句</translation>
    </message>
    <message>
        <source>give a schema as plain SQL, for example the output of pg_dump --schema-only</source>
        <translation>请给出纯 SQL 模式，例如 pg_dump --schema-only 的输出</translation>
    </message>
    <message>
        <source>a quoted text, name or comment that starts here does not end</source>
        <translation>此处开始的带引号文本、名称或注释没有结束</translation>
    </message>
    <message>
        <source>close it; everything behind it was left out</source>
        <translation>请闭合它；其后的内容已略去</translation>
    </message>
    <message>
        <source>a statement of %1 bytes is too long to be analysed</source>
        <translation>一条 %1 字节的语句太长，无法分析</translation>
    </message>
    <message>
        <source>ROLLBACK is not followed: what the transaction made stays in the model</source>
        <translation>不跟踪 ROLLBACK：事务所创建的内容保留在模型中</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>复合类型</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>范围类型</translation>
    </message>
    <message>
        <source>SELECT INTO is not modelled: the table it makes is not in the project</source>
        <translation>未对 SELECT INTO 建模：它创建的表不在项目中</translation>
    </message>
    <message>
        <source>write it as CREATE TABLE</source>
        <translation>请写成 CREATE TABLE</translation>
    </message>
    <message>
        <source>CREATE TABLE AS is not modelled: its columns follow from a query</source>
        <translation>未对 CREATE TABLE AS 建模：其列由查询得出</translation>
    </message>
    <message>
        <source>a foreign table is not modelled: its rows live on another server</source>
        <translation>未对外部表建模：其行在另一台服务器上</translation>
    </message>
    <message>
        <source>CALL is not executed: what the procedure does is not in the project</source>
        <translation>不执行 CALL：该过程的作用不在项目中</translation>
    </message>
    <message>
        <source>%1 on the partition %2 is not modelled: a partition follows its table</source>
        <translation>未对分区 %2 上的 %1 建模：分区跟随其表</translation>
    </message>
    <message>
        <source>%1 on %2, which is not a table, is not modelled</source>
        <translation>未对 %2 上的 %1 建模，因为它不是表</translation>
    </message>
    <message>
        <source>%1 is not partitioned</source>
        <translation>%1 没有分区</translation>
    </message>
    <message>
        <source>columns and constraints of the partition %1 itself are not modelled</source>
        <translation>未对分区 %1 自身的列和约束建模</translation>
    </message>
    <message>
        <source>%1 indexes and %2 foreign keys of the partition %3 itself are not modelled: a partition follows its table</source>
        <translation>未对分区 %3 自身的 %1 个索引和 %2 个外键建模：分区跟随其表</translation>
    </message>
    <message>
        <source>the model %1 is there already</source>
        <translation>模型 %1 已存在</translation>
    </message>
    <message>
        <source>the field %1.%2 has no type</source>
        <translation>字段 %1.%2 没有类型</translation>
    </message>
    <message>
        <source>%1.%2: there is no type %3</source>
        <translation>%1.%2：没有类型 %3</translation>
    </message>
    <message>
        <source>@updatedAt is kept by Prisma&apos;s client and not part of the model</source>
        <translation>@updatedAt 由 Prisma 客户端维护，不属于模型</translation>
    </message>
    <message>
        <source>@%1 of %2.%3 is not known; it is left out</source>
        <translation>%2.%3 的 @%1 未知；已略去</translation>
    </message>
    <message>
        <source>a default that is a list of values is not part of the model</source>
        <translation>以值列表为默认值不属于模型</translation>
    </message>
    <message>
        <source>%1 has no field %2</source>
        <translation>%1 没有字段 %2</translation>
    </message>
    <message>
        <source>@@ignore of %1 concerns Prisma&apos;s client alone</source>
        <translation>%1 的 @@ignore 只与 Prisma 客户端有关</translation>
    </message>
    <message>
        <source>@@%1 of %2 is not known; it is left out</source>
        <translation>%2 的 @@%1 未知；已略去</translation>
    </message>
    <message>
        <source>@@%1 of %2 names no fields</source>
        <translation>%2 的 @@%1 没有写明字段</translation>
    </message>
    <message>
        <source>a relation of %1 to %2 is left out: its fields and references do not fit</source>
        <translation>%1 到 %2 的关系已略去：其 fields 与 references 不匹配</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no referential action</source>
        <translation>“%1”不是引用动作</translation>
    </message>
    <message>
        <source>the relation of %1 to %2 has no other side; it is left out</source>
        <translation>%1 到 %2 的关系没有另一侧；已略去</translation>
    </message>
    <message>
        <source>%1 needs a key of one field for a relation of many to many</source>
        <translation>多对多关系需要 %1 有单字段的键</translation>
    </message>
    <message>
        <source>the samples are not there: %1</source>
        <translation>示例不存在：%1</translation>
    </message>
    <message>
        <source>it needs at least a &quot;title&quot;</source>
        <translation>至少需要“title”</translation>
    </message>
    <message>
        <source>the sample cannot be read</source>
        <translation>无法读取示例</translation>
    </message>
    <message>
        <source>the file is not text: it contains a NUL byte</source>
        <translation>文件不是文本：含有 NUL 字节</translation>
    </message>
    <message>
        <source>export the schema as plain SQL (pg_dump --format=plain --schema-only)</source>
        <translation>请将模式导出为纯 SQL（pg_dump --format=plain --schema-only）</translation>
    </message>
    <message>
        <source>the file is not UTF-8; it is read as Latin-1</source>
        <translation>文件不是 UTF-8；按 Latin-1 读取</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>请保存为 UTF-8</translation>
    </message>
    <message>
        <source>the virtual table %1 is not part of the model</source>
        <translation>虚拟表 %1 不属于模型</translation>
    </message>
    <message>
        <source>the database cannot be read: %1</source>
        <translation>无法读取数据库：%1</translation>
    </message>
    <message>
        <source>check that it is a SQLite 3 database and not damaged (PRAGMA integrity_check)</source>
        <translation>请检查它是 SQLite 3 数据库且未损坏（PRAGMA integrity_check）</translation>
    </message>
    <message>
        <source>WITHOUT ROWID is not part of the model</source>
        <translation>WITHOUT ROWID 不属于模型</translation>
    </message>
    <message>
        <source>tables with collations of columns: collations are not part of the model</source>
        <translation>列带排序规则的表：排序规则不属于模型</translation>
    </message>
    <message>
        <source>tables with ON CONFLICT clauses: they are not part of the model</source>
        <translation>带 ON CONFLICT 子句的表：该子句不属于模型</translation>
    </message>
    <message>
        <source>columns without a type: they count as text</source>
        <translation>没有类型的列：按文本计</translation>
    </message>
    <message>
        <source>write it with: COPY (SELECT * FROM pg_stat_statements) TO STDOUT WITH (FORMAT csv, HEADER)</source>
        <translation>写出命令：COPY (SELECT * FROM pg_stat_statements) TO STDOUT WITH (FORMAT csv, HEADER)</translation>
    </message>
    <message>
        <source>the first line names no columns &quot;query&quot; and &quot;calls&quot;</source>
        <translation>第一行没有“query”和“calls”列</translation>
    </message>
    <message>
        <source>this record has fewer columns than the first line</source>
        <translation>此记录的列少于第一行</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number of calls</source>
        <translation>“%1”不是调用次数</translation>
    </message>
    <message>
        <source>the file does not say for how long the statements were counted</source>
        <translation>文件没有说明语句统计了多长时间</translation>
    </message>
    <message>
        <source>give the time since pg_stat_statements was reset: --window 7d</source>
        <translation>请给出 pg_stat_statements 重置以来的时间：--window 7d</translation>
    </message>
    <message>
        <source>the statement is over no table of the project</source>
        <translation>该语句不涉及项目的任何表</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>已略去：%1</translation>
    </message>
    <message>
        <source>%1 × statements that are no queries (BEGIN, SET, VACUUM …) are left out</source>
        <translation>已略去 %1 条不是查询的语句（BEGIN、SET、VACUUM …）</translation>
    </message>
    <message>
        <source>no statement of the file is over a table of the project</source>
        <translation>文件中没有语句涉及项目的表</translation>
    </message>
    <message>
        <source>import the schema of the same database</source>
        <translation>请导入同一数据库的模式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2: %3</source>
        <translation>“%1”不是%2：%3</translation>
    </message>
    <message>
        <source>way to keep a copy in step</source>
        <translation>使副本保持同步的方式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no such number</source>
        <translation>“%1”不接受这样的数字</translation>
    </message>
    <message>
        <source>write it as cdc(1s) or periodic(10min)</source>
        <translation>写作 cdc(1s) 或 periodic(10min)</translation>
    </message>
    <message>
        <source>an engine and a kind of copy are expected here</source>
        <translation>此处应为引擎和副本种类</translation>
    </message>
    <message>
        <source>write it as &quot;-- copy: postgresql read_model by=cdc(1s)&quot;</source>
        <translation>写作“-- copy: postgresql read_model by=cdc(1s)”</translation>
    </message>
    <message>
        <source>there is no layout on %1</source>
        <translation>在 %1 上没有布局</translation>
    </message>
    <message>
        <source>write &quot;-- engine: %1&quot; above</source>
        <translation>请在上方写“-- engine: %1”</translation>
    </message>
    <message>
        <source>kind of copy</source>
        <translation>副本种类</translation>
    </message>
    <message>
        <source>there is no boundary %1</source>
        <translation>没有边界 %1</translation>
    </message>
    <message>
        <source>the tier %1 does not say after how many days</source>
        <translation>层级 %1 没有说明在多少天之后</translation>
    </message>
    <message>
        <source>write it as tier=cold(after=90d, medium=archive)</source>
        <translation>写作 tier=cold(after=90d, medium=archive)</translation>
    </message>
    <message>
        <source>way to remove rows</source>
        <translation>移除行的方式</translation>
    </message>
    <message>
        <source>write it as removal=partitions(7d)</source>
        <translation>写作 removal=partitions(7d)</translation>
    </message>
    <message>
        <source>%1 has no argument &quot;%2&quot;</source>
        <translation>%1 没有参数“%2”</translation>
    </message>
    <message>
        <source>%1 has at most %2 arguments</source>
        <translation>%1 至多有 %2 个参数</translation>
    </message>
    <message>
        <source>%1 needs the argument &quot;%2&quot;</source>
        <translation>%1 需要参数“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no profile of a rate</source>
        <translation>“%1”不是速率的变化曲线</translation>
    </message>
    <message>
        <source>the exponent of a power law must be above 1</source>
        <translation>幂律的指数必须大于 1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no popularity of keys</source>
        <translation>“%1”不是键的热度分布</translation>
    </message>
    <message>
        <source>one of %1 is expected here</source>
        <translation>此处应为 %1 之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation>“%1”不是任何%2</translation>
    </message>
    <message>
        <source>write it as zipf(0.99)</source>
        <translation>写作 zipf(0.99)</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;</source>
        <translation>%1 没有“%2”</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; says nothing</source>
        <translation>“%1:”没有内容</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; belongs to a pattern, but no name came before it</source>
        <translation>“%1:”属于访问模式，但此前没有名称</translation>
    </message>
    <message>
        <source>begin the pattern with &quot;-- name: ListOrders :many&quot;</source>
        <translation>访问模式请以“-- name: ListOrders :many”开头</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; is given twice for one pattern</source>
        <translation>同一访问模式给出了两次“%1:”</translation>
    </message>
    <message>
        <source>one duration is expected here</source>
        <translation>此处应为一个时长</translation>
    </message>
    <message>
        <source>write it as &quot;-- p99: 50ms&quot;</source>
        <translation>写作“-- p99: 50ms”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no verb</source>
        <translation>“%1”不是动词</translation>
    </message>
    <message>
        <source>a name is expected here</source>
        <translation>此处应为名称</translation>
    </message>
    <message>
        <source>write it as &quot;-- name: ListOrders :many&quot;</source>
        <translation>写作“-- name: ListOrders :many”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected behind a name</source>
        <translation>名称之后不应有“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say what comes back</source>
        <translation>“%1”没有说明返回什么</translation>
    </message>
    <message>
        <source>write :one, :many or :exec</source>
        <translation>写作 :one、:many 或 :exec</translation>
    </message>
    <message>
        <source>the average rate comes first</source>
        <translation>平均速率写在最前</translation>
    </message>
    <message>
        <source>write it as &quot;-- rate: 5000/s diurnal(peak=20:00, trough=0.3)&quot;</source>
        <translation>写作“-- rate: 5000/s diurnal(peak=20:00, trough=0.3)”</translation>
    </message>
    <message>
        <source>a rate has no &quot;%1&quot;</source>
        <translation>速率没有“%1”</translation>
    </message>
    <message>
        <source>a rate has one profile</source>
        <translation>速率只有一条变化曲线</translation>
    </message>
    <message>
        <source>bounded needs to say how old an answer may be</source>
        <translation>bounded 需要说明答案可以多旧</translation>
    </message>
    <message>
        <source>write it as bounded(5s)</source>
        <translation>写作 bounded(5s)</translation>
    </message>
    <message>
        <source>write it as &quot;-- page: 50 cursor&quot; or &quot;-- page: 20 offset&quot;</source>
        <translation>写作“-- page: 50 cursor”或“-- page: 20 offset”</translation>
    </message>
    <message>
        <source>%1: the statement is a %2, which cannot be a %3</source>
        <translation>%1：该语句是 %2，不能作为 %3</translation>
    </message>
    <message>
        <source>%1 is no list of values of this statement</source>
        <translation>%1 不是此语句的值列表</translation>
    </message>
    <message>
        <source>name a parameter p of a condition &quot;column = ANY (p)&quot;</source>
        <translation>请写出条件“column = ANY (p)”的参数 p</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here</source>
        <translation>此处不应有“%1”</translation>
    </message>
    <message>
        <source>write it as &quot;-- keys: user_id zipf(0.99)&quot;</source>
        <translation>写作“-- keys: user_id zipf(0.99)”</translation>
    </message>
    <message>
        <source>the statement does not use %1</source>
        <translation>该语句没有使用 %1</translation>
    </message>
    <message>
        <source>the tables of this statement have no column %1</source>
        <translation>此语句的表没有列 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is out of range</source>
        <translation>“%1”超出范围</translation>
    </message>
    <message>
        <source>commands of psql have no place in a workload file</source>
        <translation>psql 命令不能出现在负载文件中</translation>
    </message>
    <message>
        <source>the pattern %1 has no statement</source>
        <translation>访问模式 %1 没有语句</translation>
    </message>
    <message>
        <source>write its SQL below the annotations, ended by a semicolon</source>
        <translation>请在注解之下写出其 SQL，以分号结尾</translation>
    </message>
    <message>
        <source>there is no annotation &quot;%1:&quot;</source>
        <translation>没有注解“%1:”</translation>
    </message>
    <message>
        <source>write &quot;| &quot; in front of text that is only a comment</source>
        <translation>仅为注释的文本请以“| ”开头</translation>
    </message>
    <message>
        <source>this statement has no name</source>
        <translation>此语句没有名称</translation>
    </message>
    <message>
        <source>write &quot;-- name: ListOrders :many&quot; above it</source>
        <translation>请在其上方写“-- name: ListOrders :many”</translation>
    </message>
    <message>
        <source>COPY with data has no place in a workload file</source>
        <translation>带数据的 COPY 不能出现在负载文件中</translation>
    </message>
    <message>
        <source>the name %1 is used twice in this file</source>
        <translation>名称 %1 在此文件中使用了两次</translation>
    </message>
    <message>
        <source>the counts that were read earlier stay</source>
        <translation>先前读取的计数保留</translation>
    </message>
    <message>
        <source>until it can be read all keys count alike</source>
        <translation>在能读取之前，所有键同等计算</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a growth</source>
        <translation>“%1”不是增长</translation>
    </message>
    <message>
        <source>write it as 2e6/day or 0.1%/day</source>
        <translation>写作 2e6/day 或 0.1%/day</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names nothing</source>
        <translation>“%1”没有指明任何对象</translation>
    </message>
    <message>
        <source>a column is named with its table</source>
        <translation>列须连同其表一起写</translation>
    </message>
    <message>
        <source>write it as orders.status</source>
        <translation>写作 orders.status</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no generator of keys</source>
        <translation>“%1”不是键的生成器</translation>
    </message>
    <message>
        <source>a relationship is named by the table and column that refer</source>
        <translation>关系以引用方的表和列命名</translation>
    </message>
    <message>
        <source>write it as follows.followee_id, or lines(order_id, product_id) for several columns</source>
        <translation>写作 follows.followee_id，多列时写作 lines(order_id, product_id)</translation>
    </message>
    <message>
        <source>no foreign key is on %1</source>
        <translation>%1 上没有外键</translation>
    </message>
    <message>
        <source>the schema must declare it first</source>
        <translation>须先在模式中声明它</translation>
    </message>
    <message>
        <source>%1 foreign keys are on %2</source>
        <translation>%2 上有 %1 个外键</translation>
    </message>
    <message>
        <source>say which with constraint=%1</source>
        <translation>请用 constraint=%1 指明</translation>
    </message>
    <message>
        <source>powerlaw needs its exponent</source>
        <translation>powerlaw 需要指数</translation>
    </message>
    <message>
        <source>write it as powerlaw(2.1)</source>
        <translation>写作 powerlaw(2.1)</translation>
    </message>
    <message>
        <source>a partition key names its columns</source>
        <translation>分区键须写明其列</translation>
    </message>
    <message>
        <source>write it as key=orders(user_id)</source>
        <translation>写作 key=orders(user_id)</translation>
    </message>
    <message>
        <source>a quoted text does not end</source>
        <translation>带引号的文本没有结束</translation>
    </message>
    <message>
        <source>close it on the same line</source>
        <translation>请在同一行闭合</translation>
    </message>
    <message>
        <source>there is nothing that this parenthesis closes</source>
        <translation>此括号没有可闭合的对象</translation>
    </message>
    <message>
        <source>parentheses are nested too deeply</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation>此括号没有闭合</translation>
    </message>
    <message>
        <source>in the transaction</source>
        <translation>在事务中</translation>
    </message>
    <message>
        <source>by a trigger</source>
        <translation>由触发器</translation>
    </message>
    <message>
        <source>through an outbox</source>
        <translation>经发件箱</translation>
    </message>
    <message>
        <source>from the engine&apos;s log (CDC)</source>
        <translation>取自引擎日志（CDC）</translation>
    </message>
    <message>
        <source>by a second write</source>
        <translation>由第二次写入</translation>
    </message>
    <message>
        <source>copied from %1.%2</source>
        <translation>复制自 %1.%2</translation>
    </message>
    <message>
        <source>messages are removed when they have been applied: a portion of a thousand waits</source>
        <translation>消息应用后即删除：有一千条的一批在等待</translation>
    </message>
    <message>
        <source>messages about changes, written in their transaction</source>
        <translation>关于变更的消息，写在变更的事务中</translation>
    </message>
    <message>
        <source>%1 tells the outbox</source>
        <translation>%1 通知发件箱</translation>
    </message>
    <message>
        <source>relay of %1</source>
        <translation>%1 的中继</translation>
    </message>
    <message>
        <source>it writes</source>
        <translation>它是写入</translation>
    </message>
    <message>
        <source>it is not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a search is served by an index of its own kind</source>
        <translation>搜索由其自身类型的索引服务</translation>
    </message>
    <message>
        <source>its rows come from several children of one parent: columns alone do not spare the join</source>
        <translation>其行来自同一父对象的多个子对象：仅靠复制列省不掉连接</translation>
    </message>
    <message>
        <source>a joined table has no key</source>
        <translation>被连接的表没有键</translation>
    </message>
    <message>
        <source>%1 of one parent grow without end: an array that never stops is refused</source>
        <translation>一个父对象的 %1 无限增长：不会停止增长的数组被拒绝</translation>
    </message>
    <message>
        <source>the largest parent&apos;s document would have %1 MB, more than the 0.4 MB of one item</source>
        <translation>最大父对象的文档将有 %1 MB，超过单个条目的 0.4 MB</translation>
    </message>
    <message>
        <source>%1 looks up what it copies</source>
        <translation>%1 查找它所复制的内容</translation>
    </message>
    <message>
        <source>the %1 of one %2, embedded</source>
        <translation>一个 %2 的 %1，内嵌</translation>
    </message>
    <message>
        <source>it looks inside values, which a copy does not answer</source>
        <translation>它在值的内部查找，副本无法回答</translation>
    </message>
    <message>
        <source>its condition &quot;%1&quot; names no column</source>
        <translation>其条件“%1”没有指明列</translation>
    </message>
    <message>
        <source>it bounds more than one column: groups would have to be kept for all combinations</source>
        <translation>它限定了不止一列：须为所有组合保存分组</translation>
    </message>
    <message>
        <source>its condition on %1 is not one of a group</source>
        <translation>它对 %1 的条件不是分组的条件</translation>
    </message>
    <message>
        <source>%1 for %2, kept %3</source>
        <translation>用于 %2 的 %1，%3维护</translation>
    </message>
    <message>
        <source>%1 appends its event</source>
        <translation>%1 追加其事件</translation>
    </message>
    <message>
        <source>an event for each row that its sources hold</source>
        <translation>其来源的每一行各有一个事件</translation>
    </message>
    <message>
        <source>the truth of which %1 is a projection</source>
        <translation>%1 所投影的真实数据</translation>
    </message>
    <message>
        <source>%1 asks whom of the largest</source>
        <translation>%1 查询最大者中的哪些</translation>
    </message>
    <message>
        <source>%1 reads the largest</source>
        <translation>%1 读取最大者</translation>
    </message>
    <message>
        <source>%1 looks up its group</source>
        <translation>%1 查找其分组</translation>
    </message>
    <message>
        <source>portions read for %1</source>
        <translation>为 %1 读取的批次</translation>
    </message>
    <message>
        <source>portions written to %1</source>
        <translation>为 %1 写入的批次</translation>
    </message>
    <message>
        <source>item table</source>
        <translation>条目表</translation>
    </message>
    <message>
        <source>global index</source>
        <translation>全局索引</translation>
    </message>
    <message>
        <source>The rows themselves live in another engine; this design is the cache in front of it.</source>
        <translation>行本身在另一个引擎中；此设计是其前面的缓存。</translation>
    </message>
    <message>
        <source>There are no mapping rules for %1 yet</source>
        <translation>尚无 %1 的映射规则</translation>
    </message>
    <message>
        <source>lay the model out on PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, Prometheus or Redis</source>
        <translation>可将模型布局到 PostgreSQL、MySQL、SQLite、Cassandra、DynamoDB、MongoDB、ClickHouse、Prometheus 或 Redis</translation>
    </message>
    <message>
        <source>%1 is not cached: %2.</source>
        <translation>%1 不缓存：%2。</translation>
    </message>
    <message>
        <source>%1 tolerates an answer that is %2</source>
        <translation>%1 可容忍答案%2</translation>
    </message>
    <message>
        <source>dropped whenever its rows are written</source>
        <translation>每当其行被写入时失效</translation>
    </message>
    <message>
        <source>not the latest</source>
        <translation>不是最新</translation>
    </message>
    <message>
        <source>it must see the latest write</source>
        <translation>它必须看到最新的写入</translation>
    </message>
    <message>
        <source>its answer may not be old at all</source>
        <translation>其答案完全不能旧</translation>
    </message>
    <message>
        <source>each search would be an entry of its own</source>
        <translation>每次搜索都会是单独的条目</translation>
    </message>
    <message>
        <source>its bounds differ from request to request, so entries would hardly be used twice</source>
        <translation>其边界随请求而异，条目很少能用第二次</translation>
    </message>
    <message>
        <source>every page would be an entry of its own</source>
        <translation>每一页都会是单独的条目</translation>
    </message>
    <message>
        <source>%1 changes its rows without saying which entry to drop, and the reader must see their own writes</source>
        <translation>%1 变更其行却不指明应使哪个条目失效，而读者必须看到自己的写入</translation>
    </message>
    <message>
        <source>; sorted as %1 asks for it</source>
        <translation>；按 %1 的要求排序</translation>
    </message>
    <message>
        <source>holds %1 as modelled</source>
        <translation>按模型保存 %1</translation>
    </message>
    <message>
        <source>; sharded: %1</source>
        <translation>；分片：%1</translation>
    </message>
    <message>
        <source>holds %1 as modelled; sharded: %2</source>
        <translation>按模型保存 %1；分片：%2</translation>
    </message>
    <message>
        <source>holds %1 as modelled; partitioned: %2</source>
        <translation>按模型保存 %1；分区：%2</translation>
    </message>
    <message>
        <source>holds %1 as modelled; sharded: %2; partitioned: %3</source>
        <translation>按模型保存 %1；分片：%2；分区：%3</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1: the index %2 is left out, because %3 %4.</source>
        <translation>%1：索引 %2 被略去，因为 %3 %4。</translation>
    </message>
    <message>
        <source>has no such access method</source>
        <translation>没有这种访问方法</translation>
    </message>
    <message>
        <source>cannot index its expression</source>
        <translation>无法索引其表达式</translation>
    </message>
    <message>
        <source>cannot hold it to a part of the rows</source>
        <translation>无法将其限定于部分行</translation>
    </message>
    <message>
        <source>%1: the index %2 holds all rows, because %3 cannot hold it to a part.</source>
        <translation>%1：索引 %2 包含所有行，因为 %3 无法将其限定于部分行。</translation>
    </message>
    <message>
        <source>%1 keeps an index behind every foreign key</source>
        <translation>%1 在每个外键后都保留索引</translation>
    </message>
    <message>
        <source>; partitioned: %1</source>
        <translation>；分区：%1</translation>
    </message>
    <message>
        <source>%1: the key (%2) lacks the partition key and is only checked within each partition.</source>
        <translation>%1：键 (%2) 不含分区键，只在每个分区内检查。</translation>
    </message>
    <message>
        <source>further ways in to %1 kind of items</source>
        <translation>通往 %1 种条目的其他入口</translation>
    </message>
    <message>
        <source>further ways in to %1 kinds of items</source>
        <translation>通往 %1 种条目的其他入口</translation>
    </message>
    <message>
        <source>one table for all items; what is read together shares a partition key</source>
        <translation>所有条目放在一个表中；一起读取的内容共用分区键</translation>
    </message>
    <message>
        <source>%1 has more ways in than %2 global indexes; those that fewest requests use are left out.</source>
        <translation>%1 的入口多于 %2 个全局索引；请求最少的入口被略去。</translation>
    </message>
    <message>
        <source>%1#{id made when the item is written}</source>
        <translation>%1#{写入条目时生成的编号}</translation>
    </message>
    <message>
        <source>#{id made when the item is written}</source>
        <translation>#{写入条目时生成的编号}</translation>
    </message>
    <message>
        <source>it has no number that changes over time</source>
        <translation>它没有随时间变化的数值</translation>
    </message>
    <message>
        <source>it has no time that every row states</source>
        <translation>它没有每一行都给出的时间</translation>
    </message>
    <message>
        <source>%1 is not held here: %2. It stays in the engine that owns it.</source>
        <translation>%1 不在此保存：%2。它留在拥有它的引擎中。</translation>
    </message>
    <message>
        <source>timestamp (ms)</source>
        <translation>时间戳（ms）</translation>
    </message>
    <message>
        <source>sample (float64)</source>
        <translation>样本（float64）</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>仅此而已</translation>
    </message>
    <message>
        <source>%1 stays a plain column because %2 changes it only under a condition, which counters cannot check; each change is a lightweight transaction.</source>
        <translation>%1 保持为普通列，因为 %2 仅在某条件下修改它，而计数器列无法检查条件；每次修改都是一个轻量级事务。</translation>
    </message>
    <message>
        <source>%1 stays a plain column because a key orders by it; each increment reads and writes the row under a lightweight transaction.</source>
        <translation>%1 保持为普通列，因为有键按它排序；每次累加都在轻量级事务中读取并写入该行。</translation>
    </message>
    <message>
        <source>always 0: all rows in one partition</source>
        <translation>恒为 0：所有行在一个分区</translation>
    </message>
    <message>
        <source>%1 of %2, counted from 1970</source>
        <translation>自 1970 年起计的 %2 的 %1</translation>
    </message>
    <message>
        <source>hash of the row&apos;s key mod %1</source>
        <translation>行键的哈希对 %1 取模</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大的</translation>
    </message>
    <message>
        <source>an average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>; the largest key has %1 rows, so they are cut into %2 buckets (%3)</source>
        <translation>；最大的键有 %1 行，因此切分为 %2 个桶（%3）</translation>
    </message>
    <message>
        <source>; an average key has %1 rows, so they are cut into %2 buckets (%3)</source>
        <translation>；平均每个键有 %1 行，因此切分为 %2 个桶（%3）</translation>
    </message>
    <message>
        <source>%1: the largest key has %2 rows in one partition, above the guidance of %3; serve such keys another way, for instance by reading them from their source.</source>
        <translation>%1：最大的键在一个分区中有 %2 行，超过建议的 %3；请以其他方式服务这类键，例如从其来源读取。</translation>
    </message>
    <message>
        <source>made when the row is written</source>
        <translation>写入行时生成</translation>
    </message>
    <message>
        <source>counters of %1: a counter column stands in a table of counters alone</source>
        <translation>%1 的计数器：计数器列须在只有计数器的表中</translation>
    </message>
    <message>
        <source>chosen in the layout</source>
        <translation>在布局中选定</translation>
    </message>
    <message>
        <source>%1 keeps rows beside the %2 they refer to</source>
        <translation>%1 使行与其引用的 %2 相邻</translation>
    </message>
    <message>
        <source>%1 is compared for equality by %2 requests/s, the most of all columns</source>
        <translation>每秒有 %2 个请求对 %1 做等值比较，为所有列之最</translation>
    </message>
    <message>
        <source>no pattern compares a column for equality; the primary key spreads rows evenly</source>
        <translation>没有访问模式对列做等值比较；主键使行均匀分布</translation>
    </message>
    <message>
        <source>without a key or a pattern nothing says how to spread it; it stays on one node</source>
        <translation>没有键或访问模式，无从得知如何分散；它留在一个节点上</translation>
    </message>
    <message>
        <source>%1.%2 is part of a key or index and becomes %3; state its longest value for another length.</source>
        <translation>%1.%2 是键或索引的一部分，变为 %3；如需其他长度，请指定其最长值。</translation>
    </message>
    <message>
        <source>%1.%2 becomes %3 as what it refers to.</source>
        <translation>%1.%2 与其所引用者相同，变为 %3。</translation>
    </message>
    <message>
        <source>%1 reads %2 rows instead of %3</source>
        <translation>%1 读取 %2 行而非 %3 行</translation>
    </message>
    <message>
        <source>because rows come in the order wanted and the limit ends reading</source>
        <translation>因为行按所需顺序到达，达到 LIMIT 即停止读取</translation>
    </message>
    <message>
        <source>; %1 more pattern uses it</source>
        <translation>；另有 %1 个访问模式使用它</translation>
    </message>
    <message>
        <source>; %1 more patterns use it</source>
        <translation>；另有 %1 个访问模式使用它</translation>
    </message>
    <message>
        <source>; %1 included so that rows are not fetched</source>
        <translation>；包含 %1，使之无需取行</translation>
    </message>
    <message>
        <source>%1 finds the rows that refer to what it deletes without reading all %2</source>
        <translation>%1 无需读取全部 %2 即可找到引用被删行的行</translation>
    </message>
    <message>
        <source>%1 searches inside %2, for which %3 is given no index: it reads the table.</source>
        <translation>%1 在 %2 内部搜索，而 %3 没有可用的索引：它读取整个表。</translation>
    </message>
    <message>
        <source>%1 searches inside %2, which no B-tree answers</source>
        <translation>%1 在 %2 内部搜索，B 树无法回答</translation>
    </message>
    <message>
        <source>Searching inside text with LIKE uses trigram indexes, which need CREATE EXTENSION pg_trgm.</source>
        <translation>用 LIKE 在文本内部搜索使用三元组索引，需要 CREATE EXTENSION pg_trgm。</translation>
    </message>
    <message>
        <source>holds %1; rows have no key, so each gets an id of its own</source>
        <translation>保存 %1；行没有键，因此每行获得自己的编号</translation>
    </message>
    <message>
        <source>holds %1 by primary key</source>
        <translation>按主键保存 %1</translation>
    </message>
    <message>
        <source>holds %1 by primary key, all rows in one sequence</source>
        <translation>按主键保存 %1，所有行为一个序列</translation>
    </message>
    <message>
        <source>serves %1</source>
        <translation>服务于 %1</translation>
    </message>
    <message>
        <source>all rows in one sequence, serves %1</source>
        <translation>所有行为一个序列，服务于 %1</translation>
    </message>
    <message>
        <source>; each row of %1 is copied once for every row it is joined to</source>
        <translation>；%1 的每一行按其所连接的每一行各复制一次</translation>
    </message>
    <message>
        <source>; columns of joined entities are copied in</source>
        <translation>；被连接实体的列一并复制</translation>
    </message>
    <message>
        <source>finds the rows of one %1 when copies are kept in step</source>
        <translation>在保持副本同步时查找一个 %1 的行</translation>
    </message>
    <message>
        <source>holds %1 as modelled; sorted as %2 asks for it</source>
        <translation>按模型保存 %1；按 %2 的要求排序</translation>
    </message>
    <message>
        <source>%1 reads %2 rows instead of %3 because rows come in the order wanted and the limit ends reading</source>
        <translation>%1 读取 %2 行而非 %3 行，因为行按所需顺序到达，达到 LIMIT 即停止读取</translation>
    </message>
    <message>
        <source>the largest key has %1 rows, so they are cut into %2 buckets (%3)</source>
        <translation>最大的键有 %1 行，因此切分为 %2 个桶（%3）</translation>
    </message>
    <message>
        <source>an average key has %1 rows, so they are cut into %2 buckets (%3)</source>
        <translation>平均每个键有 %1 行，因此切分为 %2 个桶（%3）</translation>
    </message>
    <message>
        <source>each row of %1 is copied once for every row it is joined to</source>
        <translation>%1 的每一行按其所连接的每一行各复制一次</translation>
    </message>
    <message>
        <source>columns of joined entities are copied in</source>
        <translation>被连接实体的列一并复制</translation>
    </message>
    <message>
        <source>hour of %1, counted from 1970</source>
        <translation>自 1970 年起计的 %1 的小时</translation>
    </message>
    <message>
        <source>day of %1, counted from 1970</source>
        <translation>自 1970 年起计的 %1 的日</translation>
    </message>
    <message>
        <source>week of %1, counted from 1970</source>
        <translation>自 1970 年起计的 %1 的周</translation>
    </message>
    <message>
        <source>month of %1, counted from 1970</source>
        <translation>自 1970 年起计的 %1 的月</translation>
    </message>
    <message>
        <source>sorted as %1 asks for it</source>
        <translation>按 %1 的要求排序</translation>
    </message>
    <message>
        <source>%1 more pattern uses it</source>
        <translation>另有 %1 个访问模式使用它</translation>
    </message>
    <message>
        <source>%1 more patterns use it</source>
        <translation>另有 %1 个访问模式使用它</translation>
    </message>
    <message>
        <source>%1 included so that rows are not fetched</source>
        <translation>包含 %1，使之无需取行</translation>
    </message>
    <message>
        <source>sharded: %1</source>
        <translation>分片：%1</translation>
    </message>
    <message>
        <source>partitioned: %1</source>
        <translation>分区：%1</translation>
    </message>
    <message>
        <source>lay the model out on PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, Prometheus, Kafka, Elasticsearch or Redis</source>
        <translation>可将模型布局到 PostgreSQL、MySQL、SQLite、Cassandra、DynamoDB、MongoDB、ClickHouse、Prometheus、Kafka、Elasticsearch 或 Redis</translation>
    </message>
    <message>
        <source>routed: %1</source>
        <translation>路由：%1</translation>
    </message>
    <message>
        <source>No problems found in this design.</source>
        <translation>未发现此设计有问题。</translation>
    </message>
    <message>
        <source>Analytic latency at the peak; ● misses what is wanted.</source>
        <translation>峰值时的解析延迟；● 表示未达到要求。</translation>
    </message>
    <message>
        <source>binds</source>
        <translation>起决定作用</translation>
    </message>
    <message>
        <source>%1 [%2] on %3</source>
        <translation>%3 上的 %1 [%2]</translation>
    </message>
    <message>
        <source>%1 s to %2 s, %3</source>
        <translation>%1 s 到 %2 s，%3</translation>
    </message>
    <message>
        <source>The load is even: no partition stands out.</source>
        <translation>负载均匀：没有突出的分区。</translation>
    </message>
    <message>
        <source>Shardscape report</source>
        <translation>Shardscape 报告</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>%1 entities, %2 relationships, %3 access patterns</source>
        <translation>%1 个实体，%2 个关系，%3 个访问模式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>仿真</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Access patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Native schema</source>
        <translation>原生模式</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Growth a day</source>
        <translation>日增长</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>Bytes a row</source>
        <translation>每行字节</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>服务方式</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>由何服务</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Analytic p99</source>
        <translation>解析 p99</translation>
    </message>
    <message>
        <source>Hottest key</source>
        <translation>最热的键</translation>
    </message>
    <message>
        <source>Share of all requests</source>
        <translation>占全部请求</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>主要来自</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>at the peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>stored now, all replicas</source>
        <translation>当前存储（含副本）</translation>
    </message>
    <message>
        <source>stored in a year</source>
        <translation>一年后存储</translation>
    </message>
    <message>
        <source>bound by %1</source>
        <translation>受限于 %1</translation>
    </message>
    <message>
        <source>writes for one write</source>
        <translation>每次写入引起的写入</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a month, list prices of %1</source>
        <translation>每月（%1 的目录价）</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>%1 at the peak, %2 stored now and %3 in a year (all replicas), %4 bound by %5, worst p99 %6.</source>
        <translation>峰值 %1，当前存储 %2，一年后 %3（含副本），%4（受限于%5），最差 p99 为 %6。</translation>
    </message>
    <message>
        <source>not in ten years</source>
        <translation>十年内不会</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>一个月后</translation>
    </message>
    <message>
        <source>in %1 months</source>
        <translation>%1 个月后</translation>
    </message>
    <message>
        <source>in %1 years %2 months</source>
        <translation>%1 年 %2 个月后</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>No price: %1</source>
        <translation>无价格：%1</translation>
    </message>
    <message>
        <source>%1; list prices as of %2, %3, without taxes and discounts.</source>
        <translation>%1；%2 的目录价，%3，不含税和折扣。</translation>
    </message>
    <message>
        <source>%1 a million requests.</source>
        <translation>每百万请求 %1。</translation>
    </message>
    <message>
        <source>Not in it: %1.</source>
        <translation>未包含：%1。</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation>替代：%1</translation>
    </message>
    <message>
        <source>Limits and when they are reached</source>
        <translation>上限及到达时间</translation>
    </message>
    <message>
        <source>With as many nodes as now, as rows grow.</source>
        <translation>节点数不变，行数增长。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>上限值</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Scaling ladder</source>
        <translation>扩展阶梯</translation>
    </message>
    <message>
        <source>A rung is climbed only when the one below does not carry the load.</source>
        <translation>只有当下一级承受不了负载时才登上一级。</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The number that decides</source>
        <translation>起决定作用的数字</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Consistency obtained</source>
        <translation>实际获得的一致性</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>As old as</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>索引项</translation>
    </message>
    <message>
        <source>Why, and what would be better</source>
        <translation>原因与更好的做法</translation>
    </message>
    <message>
        <source>Partition keys compared</source>
        <translation>分区键比较</translation>
    </message>
    <message>
        <source>The score is the mean of the parts × 100; the three best of each entity and the one there is.</source>
        <translation>评分为各部分均值 × 100；列出每个实体最好的三个以及现有的一个。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Cardinality</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>同置</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>(now)</source>
        <translation>（现有）</translation>
    </message>
    <message>
        <source>Normalised and denormalised: %1</source>
        <translation>规范化与反规范化：%1</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Servers busy</source>
        <translation>占用服务线程</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Bytes written</source>
        <translation>写入字节</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Oldest answer</source>
        <translation>最旧的答案</translation>
    </message>
    <message>
        <source>Turns at reads a write</source>
        <translation>读写比转折点</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>规范化</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Fan-out of %1 along %2</source>
        <translation>%1 沿 %2 的扇出</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>扇出</translation>
    </message>
    <message>
        <source>Rows copied a second</source>
        <translation>每秒复制行数</translation>
    </message>
    <message>
        <source>Parents asked a second</source>
        <translation>每秒查询父对象</translation>
    </message>
    <message>
        <source>Servers writing</source>
        <translation>写入占用服务线程</translation>
    </message>
    <message>
        <source>Servers reading</source>
        <translation>读取占用服务线程</translation>
    </message>
    <message>
        <source>Longest fan-out</source>
        <translation>最长的扇出</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>及时</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Copies that are kept</source>
        <translation>保留的副本</translation>
    </message>
    <message>
        <source>What keeps each in step, how old its answers may be, and what that costs.</source>
        <translation>各副本如何保持同步、答案可以多旧，以及代价。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Made from nothing in</source>
        <translation>从零生成需时</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>too short to say</source>
        <translation>运行太短，无法得出</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>unserved</source>
        <translation>得不到满足</translation>
    </message>
    <message>
        <source>By itself it asks %1 times what such a node can serve: more nodes do not help it.</source>
        <translation>它本身的请求就是此类节点能力的 %1 倍：增加节点无济于事。</translation>
    </message>
    <message>
        <source>Its node %1 is offered %2 times what it can serve, so its queue grows without end.</source>
        <translation>其节点 %1 收到的请求是其能力的 %2 倍，因此队列无限增长。</translation>
    </message>
    <message>
        <source>%1 replications; ± is the 95 % interval.</source>
        <translation>%1 次重复；± 为 95% 置信区间。</translation>
    </message>
    <message>
        <source>%1 replications; ± is the 95 % interval; the first %2 s of each are left out as its warm-up.</source>
        <translation>%1 次重复；± 为 95% 置信区间；每次最初的 %2 s 作为预热略去。</translation>
    </message>
    <message>
        <source>%1 replications; ± is the 95 % interval; they do not settle, and no warm-up is left out.</source>
        <translation>%1 次重复；± 为 95% 置信区间；它们没有趋于稳定，未略去预热。</translation>
    </message>
    <message>
        <source>%1 replications; ± is the 95 % interval; rates or faults change over time, and no warm-up is left out.</source>
        <translation>%1 次重复；± 为 95% 置信区间；速率或故障随时间变化，未略去预热。</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>climbed</source>
        <translation>已登上</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>own writes</source>
        <translation>自己的写入</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>有界</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>无界</translation>
    </message>
    <message>
        <source>Partition %1 of %2 takes %3 times the load of an average one.</source>
        <translation>%2 的分区 %1 承受的负载是平均值的 %3 倍。</translation>
    </message>
    <message>
        <source>Partition %1 of %2 takes %3 times the load of an average one: %4 of it is %5.</source>
        <translation>%2 的分区 %1 承受的负载是平均值的 %3 倍：其中 %4 是 %5。</translation>
    </message>
    <message>
        <source>Partition %1 of %2 takes %3 times the load of an average one: %4 of it is %5, %6 the one key %7.</source>
        <translation>%2 的分区 %1 承受的负载是平均值的 %3 倍：其中 %4 是 %5，%6 是单个键 %7。</translation>
    </message>
    <message>
        <source>Partition %1 of %2 takes %3 times the load of an average one: %4 of it is the one key %5.</source>
        <translation>%2 的分区 %1 承受的负载是平均值的 %3 倍：其中 %4 是单个键 %5。</translation>
    </message>
    <message>
        <source>Its node %1 is %2 busy.</source>
        <translation>其节点 %1 繁忙程度为 %2。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy.</source>
        <translation>节点 %1 繁忙程度为 %2。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy: %3 of its work is %4.</source>
        <translation>节点 %1 繁忙程度为 %2：其中 %3 是 %4。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy: %3 of its work is %4, %5 the one key %6.</source>
        <translation>节点 %1 繁忙程度为 %2：其中 %3 是 %4，%5 是单个键 %6。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy: %3 of its work is the one key %4.</source>
        <translation>节点 %1 繁忙程度为 %2：其中 %3 是单个键 %4。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy, %3 times the mean.</source>
        <translation>节点 %1 繁忙程度为 %2，是平均值的 %3 倍。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy, %3 times the mean: %4 of its work is %5.</source>
        <translation>节点 %1 繁忙程度为 %2，是平均值的 %3 倍：其中 %4 是 %5。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy, %3 times the mean: %4 of its work is %5, %6 the one key %7.</source>
        <translation>节点 %1 繁忙程度为 %2，是平均值的 %3 倍：其中 %4 是 %5，%6 是单个键 %7。</translation>
    </message>
    <message>
        <source>Node %1 is %2 busy, %3 times the mean: %4 of its work is the one key %5.</source>
        <translation>节点 %1 繁忙程度为 %2，是平均值的 %3 倍：其中 %4 是单个键 %5。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is %4 busy, %5 times as much as over the whole run.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 繁忙程度为 %4，是整个运行期间的 %5 倍。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is %4 busy, %5 times as much as over the whole run: %6 of its work then is %7.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 繁忙程度为 %4，是整个运行期间的 %5 倍：其中 %6 是 %7。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is %4 busy, %5 times as much as over the whole run: %6 of its work then is %7, %8 the one key %9.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 繁忙程度为 %4，是整个运行期间的 %5 倍：其中 %6 是 %7，%8 是单个键 %9。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is %4 busy, %5 times as much as over the whole run: %6 of its work then is the one key %7.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 繁忙程度为 %4，是整个运行期间的 %5 倍：其中 %6 是单个键 %7。</translation>
    </message>
    <message>
        <source>Its node %1 is offered %2 times what it can serve.</source>
        <translation>其节点 %1 收到的请求是其能力的 %2 倍。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve: %3 of its work is %4.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍：其中 %3 是 %4。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve: %3 of its work is %4, %5 the one key %6.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍：其中 %3 是 %4，%5 是单个键 %6。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve: %3 of its work is the one key %4.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍：其中 %3 是单个键 %4。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve, %3 times the mean.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍，是平均值的 %3 倍。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve, %3 times the mean: %4 of its work is %5.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍，是平均值的 %3 倍：其中 %4 是 %5。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve, %3 times the mean: %4 of its work is %5, %6 the one key %7.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍，是平均值的 %3 倍：其中 %4 是 %5，%6 是单个键 %7。</translation>
    </message>
    <message>
        <source>Node %1 is offered %2 times what it can serve, %3 times the mean: %4 of its work is the one key %5.</source>
        <translation>节点 %1 收到的请求是其能力的 %2 倍，是平均值的 %3 倍：其中 %4 是单个键 %5。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is offered %4 times what it can serve, %5 times as much as over the whole run.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 收到的请求是其能力的 %4 倍，是整个运行期间的 %5 倍。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is offered %4 times what it can serve, %5 times as much as over the whole run: %6 of its work then is %7.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 收到的请求是其能力的 %4 倍，是整个运行期间的 %5 倍：其中 %6 是 %7。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is offered %4 times what it can serve, %5 times as much as over the whole run: %6 of its work then is %7, %8 the one key %9.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 收到的请求是其能力的 %4 倍，是整个运行期间的 %5 倍：其中 %6 是 %7，%8 是单个键 %9。</translation>
    </message>
    <message>
        <source>From %1 s to %2 s node %3 is offered %4 times what it can serve, %5 times as much as over the whole run: %6 of its work then is the one key %7.</source>
        <translation>从 %1 s 到 %2 s，节点 %3 收到的请求是其能力的 %4 倍，是整个运行期间的 %5 倍：其中 %6 是单个键 %7。</translation>
    </message>
    <message>
        <source>Not simulated: %1.</source>
        <translation>未仿真：%1。</translation>
    </message>
    <message>
        <source>%1 requests at the busiest minute, seed %2.</source>
        <translation>最忙一分钟的 %1 个请求，种子 %2。</translation>
    </message>
    <message>
        <source>enforces</source>
        <translation>保证约束</translation>
    </message>
    <message>
        <source>used</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>redundant</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>reshard</source>
        <translation>重新分片</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Rows by age</source>
        <translation>按存在时间的行</translation>
    </message>
    <message>
        <source>Rows and bytes in %1 months, one copy; tiers outside of the engine are empty now.</source>
        <translation>%1 个月后的行和字节，单份；引擎外的层级现在为空。</translation>
    </message>
    <message>
        <source>Rows of</source>
        <translation>行属于</translation>
    </message>
    <message>
        <source>Are in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>介质</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Kept of each</source>
        <translation>各保留</translation>
    </message>
    <message>
        <source>Bytes of a row</source>
        <translation>每行字节</translation>
    </message>
    <message>
        <source>Storage by tier</source>
        <translation>按层级的存储</translation>
    </message>
    <message>
        <source>One copy, after so many months.</source>
        <translation>单份，若干个月之后。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Not in it: %1</source>
        <translation>未包含：%1</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>object_storage</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>infrequent_access</source>
        <translation>低频访问存储</translation>
    </message>
    <message>
        <source>the design has nothing that is stored</source>
        <translation>该设计没有存储任何内容</translation>
    </message>
    <message>
        <source>add an entity</source>
        <translation>请添加实体</translation>
    </message>
    <message>
        <source>there is no traffic that this design can serve</source>
        <translation>没有该设计能服务的流量</translation>
    </message>
    <message>
        <source>give at least one access pattern a rate, and see why the others are not served</source>
        <translation>请给至少一个访问模式指定速率，并查看其余为何得不到满足</translation>
    </message>
    <message>
        <source>%1 partitions are simulated as %2.</source>
        <translation>%1 个分区以 %2 个来仿真。</translation>
    </message>
    <message>
        <source>it is not served</source>
        <translation>它得不到满足</translation>
    </message>
    <message>
        <source>%1 is left out: %2.</source>
        <translation>%1 已略去：%2。</translation>
    </message>
    <message>
        <source>%1: the keys of %2 were not read; all keys count alike, so that its hot keys do not show.</source>
        <translation>%1：未读取 %2 的键；所有键同等计算，因此看不出热键。</translation>
    </message>
    <message>
        <source>%1 keeps rows in place: there is nothing to compact. Dead rows that wait for a vacuum are not simulated.</source>
        <translation>%1 就地保存行：没有可压实的内容。等待清理的死行不作仿真。</translation>
    </message>
    <message>
        <source>The profile does not say how fast a node compacts: there is no debt.</source>
        <translation>引擎配置没有说明节点的压实速度：没有欠账。</translation>
    </message>
    <message>
        <source>Rows that are written again are not counted: what they add to compaction and to dead bytes comes on top.</source>
        <translation>重写的行不计：它们给压实和死字节带来的增量另算。</translation>
    </message>
    <message>
        <source>what if &quot;%1&quot;: %2 runs its nodes itself</source>
        <translation>假设“%1”：%2 自行管理其节点</translation>
    </message>
    <message>
        <source>suppose partitions=8: each has the capacity of one</source>
        <translation>请假设 partitions=8：每个分区有一个的容量</translation>
    </message>
    <message>
        <source>nothing is expected here</source>
        <translation>此处不应有内容</translation>
    </message>
    <message>
        <source>conditions are joined by &quot;and&quot;</source>
        <translation>条件以“and”连接</translation>
    </message>
    <message>
        <source>gate &quot;%1&quot;, column %2: %3</source>
        <translation>门限“%1”第 %2 列：%3</translation>
    </message>
    <message>
        <source>the quoted name does not end</source>
        <translation>带引号的名称没有结束</translation>
    </message>
    <message>
        <source>close it with &quot;</source>
        <translation>请用 &quot; 闭合</translation>
    </message>
    <message>
        <source>a comparison is expected here</source>
        <translation>此处应为比较</translation>
    </message>
    <message>
        <source>one of &lt;, &lt;=, &gt; and &gt;=</source>
        <translation>&lt;、&lt;=、&gt; 和 &gt;= 之一</translation>
    </message>
    <message>
        <source>a figure is expected here</source>
        <translation>此处应为指标</translation>
    </message>
    <message>
        <source>there is no figure &quot;%1&quot;</source>
        <translation>没有指标“%1”</translation>
    </message>
    <message>
        <source>there is %1</source>
        <translation>有 %1</translation>
    </message>
    <message>
        <source>too many parentheses</source>
        <translation>括号过多</translation>
    </message>
    <message>
        <source>simplify the limit</source>
        <translation>请简化限值</translation>
    </message>
    <message>
        <source>a parenthesis is not closed</source>
        <translation>括号没有闭合</translation>
    </message>
    <message>
        <source>a number or &quot;before&quot; is expected here</source>
        <translation>此处应为数字或“before”</translation>
    </message>
    <message>
        <source>as in p99_ms &lt; 1.1*before</source>
        <translation>例如 p99_ms &lt; 1.1*before</translation>
    </message>
    <message>
        <source>gate &quot;%1&quot;: there is no pattern &quot;%2&quot;</source>
        <translation>门限“%1”：没有访问模式“%2”</translation>
    </message>
    <message>
        <source>supposed cache</source>
        <translation>假设的缓存</translation>
    </message>
    <message>
        <source>what if &quot;%1&quot;: %2</source>
        <translation>假设“%1”：%2</translation>
    </message>
    <message>
        <source>there is no %1 &quot;%2&quot;</source>
        <translation>没有%1“%2”</translation>
    </message>
    <message>
        <source>there are %1 groups of nodes</source>
        <translation>有 %1 组节点</translation>
    </message>
    <message>
        <source>say which, as in nodes:%1=%2</source>
        <translation>请指明是哪一组，例如 nodes:%1=%2</translation>
    </message>
    <message>
        <source>group of nodes</source>
        <translation>节点组</translation>
    </message>
    <message>
        <source>no step looks up a single partition there</source>
        <translation>那里没有步骤查找单个分区</translation>
    </message>
    <message>
        <source>there is but one partition</source>
        <translation>只有一个分区</translation>
    </message>
    <message>
        <source>every table has one replica, so that all reads see the last write</source>
        <translation>每个表只有一份副本，因此所有读取都能看到最后的写入</translation>
    </message>
    <message>
        <source>add replicas=3</source>
        <translation>请添加 replicas=3</translation>
    </message>
    <message>
        <source>only reads can be answered by a cache</source>
        <translation>只有读取可由缓存回答</translation>
    </message>
    <message>
        <source>no node says its region</source>
        <translation>没有节点说明其地域</translation>
    </message>
    <message>
        <source>there is %1%2</source>
        <translation>有 %1%2</translation>
    </message>
    <message>
        <source>uniform, zipf(0.99), latest(0.99), hotset(1%, 80%) or powerlaw(2.1)</source>
        <translation>uniform、zipf(0.99)、latest(0.99)、hotset(1%, 80%) 或 powerlaw(2.1)</translation>
    </message>
    <message>
        <source>theta is 0 to 10, alpha above 1, shares are 0 to 1</source>
        <translation>theta 为 0 到 10，alpha 大于 1，份额为 0 到 1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number above 0</source>
        <translation>“%1”不是大于 0 的数字</translation>
    </message>
    <message>
        <source>as in %1</source>
        <translation>例如 %1</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2 up to %3</source>
        <translation>“%1”不是至多 %3 的%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of keys</source>
        <translation>“%1”不是键的数量</translation>
    </message>
    <message>
        <source>as in salt=8,100</source>
        <translation>例如 salt=8,100</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time to live</source>
        <translation>“%1”不是存活时间</translation>
    </message>
    <message>
        <source>as in cache=100k,60s</source>
        <translation>例如 cache=100k,60s</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time</source>
        <translation>“%1”不是时间</translation>
    </message>
    <message>
        <source>from when on and for how long, as in fail=node:n0,10s,60s</source>
        <translation>从何时起、持续多久，例如 fail=node:n0,10s,60s</translation>
    </message>
    <message>
        <source>it does not say what, where and when</source>
        <translation>没有说明什么、在哪里、在何时</translation>
    </message>
    <message>
        <source>as in fail=region:us or fail=node:n0,10s,60s</source>
        <translation>例如 fail=region:us 或 fail=node:n0,10s,60s</translation>
    </message>
    <message>
        <source>as in slow=n0:5</source>
        <translation>例如 slow=n0:5</translation>
    </message>
    <message>
        <source>a %1 cannot fail</source>
        <translation>%1 不会失效</translation>
    </message>
    <message>
        <source>region:NAME, node:NAME or dependency:STREAM can</source>
        <translation>region:NAME、node:NAME 或 dependency:STREAM 可以</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not how many times slower</source>
        <translation>“%1”不是变慢的倍数</translation>
    </message>
    <message>
        <source>1 or more, as in slow=n0:5</source>
        <translation>1 或更大，例如 slow=n0:5</translation>
    </message>
    <message>
        <source>there is nothing called &quot;%1&quot; to suppose</source>
        <translation>没有可假设的“%1”</translation>
    </message>
    <message>
        <source>understood are %1</source>
        <translation>可理解的有 %1</translation>
    </message>
    <message>
        <source>nothing is named after the colon</source>
        <translation>冒号之后没有名称</translation>
    </message>
    <message>
        <source>it is of the whole scenario</source>
        <translation>它属于整个场景</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>它没有值</translation>
    </message>
    <message>
        <source>the simulation was stopped</source>
        <translation>仿真已停止</translation>
    </message>
    <message>
        <source>the simulation of months was stopped</source>
        <translation>按月仿真已停止</translation>
    </message>
    <message>
        <source>%1 months are outside 1 to 1200</source>
        <translation>%1 个月超出 1 到 1200</translation>
    </message>
    <message>
        <source>there is at least one copy and one node</source>
        <translation>至少有一份副本和一个节点</translation>
    </message>
    <message>
        <source>files are flushed at a size above 0 and merged two or more at once</source>
        <translation>文件在大于 0 的大小时刷写，每次合并两个或更多</translation>
    </message>
    <message>
        <source>%1: rows, bytes and days are 0 or more, growth at most 1 a day</source>
        <translation>%1：行数、字节和天数为 0 或更多，增长至多每天 1</translation>
    </message>
    <message>
        <source>tier %1 does not end after the one before it</source>
        <translation>层级 %1 的终点不晚于前一层级</translation>
    </message>
    <message>
        <source>vary &quot;%1&quot;: %2</source>
        <translation>变动“%1”：%2</translation>
    </message>
    <message>
        <source>%1 is no range</source>
        <translation>%1 不是范围</translation>
    </message>
    <message>
        <source>write FIRST..LAST:STEP, as in 0.5..2:0.25</source>
        <translation>写作 FIRST..LAST:STEP，例如 0.5..2:0.25</translation>
    </message>
    <message>
        <source>%1 does not ascend</source>
        <translation>%1 不是递增的</translation>
    </message>
    <message>
        <source>write FIRST..LAST:STEP with a step above 0</source>
        <translation>写作 FIRST..LAST:STEP，步长大于 0</translation>
    </message>
    <message>
        <source>%1 has more than %2 values</source>
        <translation>%1 的值超过 %2 个</translation>
    </message>
    <message>
        <source>take a larger step</source>
        <translation>请取更大的步长</translation>
    </message>
    <message>
        <source>it has to be NAME=VALUES</source>
        <translation>应为 NAME=VALUES</translation>
    </message>
    <message>
        <source>as in traffic=0.5..2:0.25 or nodes=4,8,16</source>
        <translation>例如 traffic=0.5..2:0.25 或 nodes=4,8,16</translation>
    </message>
    <message>
        <source>a value is empty</source>
        <translation>某个值为空</translation>
    </message>
    <message>
        <source>values are separated by one comma</source>
        <translation>各值以一个逗号分隔</translation>
    </message>
    <message>
        <source>%1 stands there twice</source>
        <translation>%1 出现两次</translation>
    </message>
    <message>
        <source>there are more than %1 values</source>
        <translation>值超过 %1 个</translation>
    </message>
    <message>
        <source>nothing is varied</source>
        <translation>没有变动任何内容</translation>
    </message>
    <message>
        <source>--vary traffic=0.5..2:0.25</source>
        <translation>例如 --vary traffic=0.5..2:0.25</translation>
    </message>
    <message>
        <source>%1 is varied twice</source>
        <translation>%1 变动了两次</translation>
    </message>
    <message>
        <source>list all its values behind one --vary</source>
        <translation>请在一个 --vary 后列出其全部值</translation>
    </message>
    <message>
        <source>the grid has more than %1 points</source>
        <translation>网格的点超过 %1 个</translation>
    </message>
    <message>
        <source>vary less at once</source>
        <translation>请一次少变动一些</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no part of a sweep</source>
        <translation>“%1”不是扫描的一部分</translation>
    </message>
    <message>
        <source>write I/N with I from 1 to N, as in 2/8</source>
        <translation>写作 I/N，I 从 1 到 N，例如 2/8</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>is not JSON here</source>
        <translation>此处不是 JSON</translation>
    </message>
    <message>
        <source>every key in double quotes, no comma after the last</source>
        <translation>每个键用双引号，最后一项之后没有逗号</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to 1000000</source>
        <translation>必须是 %1 到 1000000 的整数</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必须是文本列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2</source>
        <translation>“%1”不是 %2 之一</translation>
    </message>
    <message>
        <source>say which document or measurement the number is from, with its version</source>
        <translation>请说明该数字来自哪份文档或测量及其版本</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>必须是 %1 之一</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>must be a finite number, not below 0</source>
        <translation>必须是不小于 0 的有限数字</translation>
    </message>
    <message>
        <source>must be an object of the logical types</source>
        <translation>必须是逻辑类型的对象</translation>
    </message>
    <message>
        <source>must be the engine&apos;s name of the type</source>
        <translation>必须是引擎中该类型的名称</translation>
    </message>
    <message>
        <source>must be an object of constants</source>
        <translation>必须是常量的对象</translation>
    </message>
    <message>
        <source>a constant is {&quot;value&quot;, &quot;source&quot;, &quot;evidence&quot;}</source>
        <translation>常量写作 {&quot;value&quot;, &quot;source&quot;, &quot;evidence&quot;}</translation>
    </message>
    <message>
        <source>is not a folder that can be read: %1</source>
        <translation>不是可读取的文件夹：%1</translation>
    </message>
    <message>
        <source>a profile begins with {&quot;name&quot;: &quot;postgresql&quot;, …</source>
        <translation>引擎配置以 {&quot;name&quot;: &quot;postgresql&quot;, … 开头</translation>
    </message>
    <message>
        <source>is not a key of engine profiles</source>
        <translation>不是引擎配置的键</translation>
    </message>
    <message>
        <source>there is no engine &quot;%1&quot;</source>
        <translation>没有引擎“%1”</translation>
    </message>
    <message>
        <source>every engine of storage family %1 has it</source>
        <translation>%1 存储族的每个引擎都有它</translation>
    </message>
    <message>
        <source>There is no native schema for %1 yet</source>
        <translation>尚无 %1 的原生模式</translation>
    </message>
    <message>
        <source>export for PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, Prometheus or Redis</source>
        <translation>可导出为 PostgreSQL、MySQL、SQLite、Cassandra、DynamoDB、MongoDB、ClickHouse、Prometheus 或 Redis</translation>
    </message>
    <message>
        <source>the rows could not be written to their end</source>
        <translation>行未能写完</translation>
    </message>
    <message>
        <source>is the disk full?</source>
        <translation>磁盘满了吗？</translation>
    </message>
    <message>
        <source>%1 takes no SQL</source>
        <translation>%1 不接受 SQL</translation>
    </message>
    <message>
        <source>generate CSV or JSON, or choose postgresql, mysql, mariadb or sqlite</source>
        <translation>请生成 CSV 或 JSON，或选择 postgresql、mysql、mariadb 或 sqlite</translation>
    </message>
    <message>
        <source>No pattern tolerates an answer from a cache.</source>
        <translation>没有访问模式可容忍来自缓存的答案。</translation>
    </message>
    <message>
        <source>%1.%2 takes its values from a sequence</source>
        <translation>%1.%2 的值取自序列</translation>
    </message>
    <message>
        <source>the partitions of %1</source>
        <translation>%1 的分区</translation>
    </message>
    <message>
        <source>%1 %2 are more than the %3 that fit</source>
        <translation>%1 %2超过可容纳的 %3</translation>
    </message>
    <message>
        <source>simulate a part of the cluster</source>
        <translation>请仿真集群的一部分</translation>
    </message>
    <message>
        <source>partitions of all tables</source>
        <translation>所有表的分区</translation>
    </message>
    <message>
        <source>fewer partitions show the same skew</source>
        <translation>较少的分区也能显示同样的倾斜</translation>
    </message>
    <message>
        <source>copies of partitions</source>
        <translation>分区的副本</translation>
    </message>
    <message>
        <source>fewer partitions or replicas</source>
        <translation>请减少分区或副本</translation>
    </message>
    <message>
        <source>points on the ring</source>
        <translation>环上的点</translation>
    </message>
    <message>
        <source>fewer virtual nodes or partitions</source>
        <translation>请减少虚拟节点或分区</translation>
    </message>
    <message>
        <source>numbers in the series</source>
        <translation>序列中的数字</translation>
    </message>
    <message>
        <source>take fewer windows</source>
        <translation>请减少窗口</translation>
    </message>
    <message>
        <source>keys of all streams</source>
        <translation>所有请求流的键</translation>
    </message>
    <message>
        <source>let streams share their keys</source>
        <translation>请让请求流共用键</translation>
    </message>
    <message>
        <source>at %1/s they take %2 s of simulated time, more than %3</source>
        <translation>以 %1/s 计需要 %2 s 的仿真时间，超过 %3</translation>
    </message>
    <message>
        <source>fewer requests, or a duration</source>
        <translation>请减少请求，或给出时长</translation>
    </message>
    <message>
        <source>a request of %1 s on the slowest node is longer than %2 s</source>
        <translation>最慢节点上 %1 s 的请求长于 %2 s</translation>
    </message>
    <message>
        <source>shorter service times, or a higher speed</source>
        <translation>请缩短服务时间，或提高速度</translation>
    </message>
    <message>
        <source>%1 requests of up to %2 s are more than %3 s of work</source>
        <translation>%1 个至多 %2 s 的请求超过 %3 s 的工作量</translation>
    </message>
    <message>
        <source>fewer requests, or shorter service times</source>
        <translation>请减少请求，或缩短服务时间</translation>
    </message>
    <message>
        <source>all rates are 0, so that nothing would happen</source>
        <translation>所有速率为 0，什么都不会发生</translation>
    </message>
    <message>
        <source>%1 replicas do not fit on %2 nodes</source>
        <translation>%2 个节点容不下 %1 份副本</translation>
    </message>
    <message>
        <source>%1 nodes are more than 100000</source>
        <translation>%1 个节点超过 100000</translation>
    </message>
    <message>
        <source>more than 4096 streams</source>
        <translation>请求流超过 4096 个</translation>
    </message>
    <message>
        <source>export for PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, Prometheus, Kafka, Elasticsearch or Redis</source>
        <translation>可导出为 PostgreSQL、MySQL、SQLite、Cassandra、DynamoDB、MongoDB、ClickHouse、Prometheus、Kafka、Elasticsearch 或 Redis</translation>
    </message>
    <message>
        <source>%1: nobody says that rows come in, so none leave either.</source>
        <translation>%1：没有说明有行新到，因此也没有行离开。</translation>
    </message>
    <message>
        <source>events a day × days kept, in all tiers</source>
        <translation>每天的事件 × 保留天数，含所有层级</translation>
    </message>
    <message>
        <source>as the rows that they tell of</source>
        <translation>与其所述的行相同</translation>
    </message>
    <message>
        <source>nobody owns it</source>
        <translation>无人拥有</translation>
    </message>
    <message>
        <source>no engine owns %1</source>
        <translation>没有引擎拥有 %1</translation>
    </message>
    <message>
        <source>%1 is on another engine and no condition leads there</source>
        <translation>%1 在另一个引擎上，没有条件通向那里</translation>
    </message>
    <message>
        <source>it reads what lies on several engines: the application joins</source>
        <translation>它读取的数据分布在多个引擎上：由应用程序连接</translation>
    </message>
    <message>
        <source>Entities on other engines of the design: %1.</source>
        <translation>位于设计中其他引擎上的实体：%1 个。</translation>
    </message>
    <message>
        <source>%1 refers to %2 on another engine: nothing enforces it.</source>
        <translation>%1 引用另一引擎上的 %2：无人强制该约束。</translation>
    </message>
    <message>
        <source>%1: the rows it changes have no key by which a follower would find them.</source>
        <translation>%1：它修改的行没有键，跟随者无法据此找到它们。</translation>
    </message>
    <message>
        <source>What is copied periodically is read whole once a period, in portions.</source>
        <translation>定期复制的内容每个周期分批完整读取一次。</translation>
    </message>
    <message>
        <source>no transaction spans two engines: the second write can fail alone and nobody notices</source>
        <translation>没有事务能跨越两个引擎：第二次写入可能单独失败而无人察觉</translation>
    </message>
    <message>
        <source>the second write can fail or overtake another: the two differ until compared</source>
        <translation>第二次写入可能失败或抢先于另一次：两者在比对之前会不一致</translation>
    </message>
    <message>
        <source>what changes between two copies is not there, and a deletion waits for the next</source>
        <translation>两次复制之间的变更不在其中，删除要等到下一次</translation>
    </message>
    <message>
        <source>a message may come twice: applying it must not depend on how often</source>
        <translation>消息可能重复到达：应用它的结果不得取决于次数</translation>
    </message>
    <message>
        <source>a change may come twice, and a follower that is away keeps the owner&apos;s log from going</source>
        <translation>变更可能重复到达，离线的跟随者会使拥有者的日志无法清理</translation>
    </message>
    <message>
        <source>nothing that can be relied on: nobody owns it</source>
        <translation>没有可依赖的内容：无人拥有它</translation>
    </message>
    <message>
        <source>on %1 what was last written</source>
        <translation>在 %1 上是最后写入的内容</translation>
    </message>
    <message>
        <source>on %1 what was last written; on %2 what was there up to %3 before</source>
        <translation>在 %1 上是最后写入的内容；在 %2 上最多落后 %3</translation>
    </message>
    <message>
        <source>no engine holds %1: every engine names its boundaries</source>
        <translation>没有引擎保存 %1：每个引擎都指明了自己的边界</translation>
    </message>
    <message>
        <source>put them into a boundary that an engine owns, or let one engine name none</source>
        <translation>把它们放入某个引擎拥有的边界，或让一个引擎不指明边界</translation>
    </message>
    <message>
        <source>no engine owns it: nothing says which copy is right, and nothing takes its writes</source>
        <translation>没有引擎拥有它：无从判断哪份副本正确，也无处写入</translation>
    </message>
    <message>
        <source>let one engine own it</source>
        <translation>让一个引擎拥有它</translation>
    </message>
    <message>
        <source>%1 all own it: they are written apart and nothing says which one is right</source>
        <translation>%1 都拥有它：各自写入，无从判断哪一个正确</translation>
    </message>
    <message>
        <source>let %1 own it and the others follow; an engine that names no boundary owns all</source>
        <translation>让 %1 拥有它，其余跟随；不指明边界的引擎拥有全部</translation>
    </message>
    <message>
        <source>it follows what nobody owns: nothing feeds it</source>
        <translation>它跟随无人拥有的内容：没有数据来源</translation>
    </message>
    <message>
        <source>let an engine own the boundary</source>
        <translation>让一个引擎拥有该边界</translation>
    </message>
    <message>
        <source>no transaction and no trigger reaches from %1 to %2</source>
        <translation>没有事务或触发器能从 %1 到达 %2</translation>
    </message>
    <message>
        <source>follow through an outbox or from the log</source>
        <translation>通过发件箱或日志来跟随</translation>
    </message>
    <message>
        <source>a write can reach one engine and not the other, or reach them in another order: nothing holds the two together</source>
        <translation>一次写入可能只到达其中一个引擎，或以不同的顺序到达：两者之间没有保证</translation>
    </message>
    <message>
        <source>write one and follow it through an outbox or from its log; compare the two until then</source>
        <translation>只写其中一个，通过发件箱或其日志跟随；在此之前要比对两者</translation>
    </message>
    <message>
        <source>it refers to %1, whose truth is on %2: no engine checks that the row is there</source>
        <translation>它引用 %1，而其真实数据在 %2 上：没有引擎检查该行是否存在</translation>
    </message>
    <message>
        <source>let the application check before it writes, and decide what happens when the row goes</source>
        <translation>让应用程序在写入前检查，并决定该行消失时如何处理</translation>
    </message>
    <message>
        <source>let one engine hold all that it reads, or give what it reads an owner</source>
        <translation>让一个引擎保存它读取的全部内容，或为其指定拥有者</translation>
    </message>
    <message>
        <source>it reads what lies on %1: the application makes %2 calls and joins, up to %3 keys at a time</source>
        <translation>它读取的数据在 %1 上：应用程序发出 %2 次调用并连接，每次最多 %3 个键</translation>
    </message>
    <message>
        <source>it reads what lies on %1: the application makes %2 calls and joins, up to %3 keys at a time; %4 holds all of it, but %5 behind, and it wants %6</source>
        <translation>它读取的数据在 %1 上：应用程序发出 %2 次调用并连接，每次最多 %3 个键；%4 保存了全部，但落后 %5，而它要求 %6</translation>
    </message>
    <message>
        <source>let one engine follow the other&apos;s boundary, or keep what is read together together</source>
        <translation>让一个引擎跟随另一个的边界，或把一起读取的内容放在一起</translation>
    </message>
    <message>
        <source>let it tolerate that lag, or keep what is read together on one engine</source>
        <translation>让它容忍该延迟，或把一起读取的内容放在同一引擎上</translation>
    </message>
    <message>
        <source>%1 follows what it reads and gets it, but cannot answer it; %2 could</source>
        <translation>%1 跟随它读取的内容并收到请求，却无法回答；%2 可以</translation>
    </message>
    <message>
        <source>want the truth of it (read-your-writes), so that the owner answers</source>
        <translation>要求读到真实数据（读己之写），由拥有者回答</translation>
    </message>
    <message>
        <source>Entities without boundary</source>
        <translation>没有边界的实体</translation>
    </message>
    <message>
        <source>Boundary without owner</source>
        <translation>没有拥有者的边界</translation>
    </message>
    <message>
        <source>Boundary with two owners</source>
        <translation>有两个拥有者的边界</translation>
    </message>
    <message>
        <source>Follower of nobody</source>
        <translation>无人可跟随的跟随者</translation>
    </message>
    <message>
        <source>Transaction across engines</source>
        <translation>跨引擎的事务</translation>
    </message>
    <message>
        <source>Dual write</source>
        <translation>双写</translation>
    </message>
    <message>
        <source>Reference across engines</source>
        <translation>跨引擎的引用</translation>
    </message>
    <message>
        <source>Application join</source>
        <translation>由应用程序连接</translation>
    </message>
    <message>
        <source>Read from a follower</source>
        <translation>从跟随者读取</translation>
    </message>
    <message>
        <source>boundary %1 on %2</source>
        <translation>%2 上的边界 %1</translation>
    </message>
    <message>
        <source>entities without a boundary</source>
        <translation>没有边界的实体</translation>
    </message>
    <message>
        <source>resync</source>
        <translation>重新同步</translation>
    </message>
    <message>
        <source>a full copy of what it follows, as fast as its rows can be written beside the traffic</source>
        <translation>所跟随内容的完整复制，以业务之外写入各行的最快速度进行</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>log read</source>
        <translation>读取的日志</translation>
    </message>
    <message>
        <source>storage of the design</source>
        <translation>设计的存储</translation>
    </message>
    <message>
        <source>nodes of the design</source>
        <translation>设计的节点</translation>
    </message>
    <message>
        <source>cost of the design a month</source>
        <translation>设计的每月成本</translation>
    </message>
    <message>
        <source>sum over the engines of the design</source>
        <translation>设计中各引擎之和</translation>
    </message>
    <message>
        <source>sum over the calls: an upper bound, as percentiles do not add</source>
        <translation>各次调用之和：为上限，因为百分位数不可相加</translation>
    </message>
    <message>
        <source>those it inserts, or that its conditions find</source>
        <translation>它插入的行，或其条件找到的行</translation>
    </message>
    <message>
        <source>Σ rate × rows of the writes</source>
        <translation>Σ 写入的速率 × 行数</translation>
    </message>
    <message>
        <source>Σ rate × rows × mean payload bytes of a row</source>
        <translation>Σ 速率 × 行数 × 每行平均有效字节</translation>
    </message>
    <message>
        <source>Σ rows × time to write a row ÷ servers free beside the traffic</source>
        <translation>Σ 行数 × 写一行的时间 ÷ 业务之外空闲的服务单元</translation>
    </message>
    <message>
        <source>storage on %1</source>
        <translation>%1 上的存储</translation>
    </message>
    <message>
        <source>nodes of %1</source>
        <translation>%1 的节点</translation>
    </message>
    <message>
        <source>cost of %1</source>
        <translation>%1 的成本</translation>
    </message>
    <message>
        <source>p99 of %1 on %2</source>
        <translation>%2 上 %1 的 p99</translation>
    </message>
    <message>
        <source>resync of %1</source>
        <translation>%1 的重新同步</translation>
    </message>
    <message>
        <source>it follows another engine, which has the truth</source>
        <translation>它跟随另一引擎，真实数据在那里</translation>
    </message>
    <message>
        <source>how far it follows behind</source>
        <translation>跟随落后多少</translation>
    </message>
    <message>
        <source>how far it follows behind + age of what is read</source>
        <translation>跟随落后多少 + 所读内容的年龄</translation>
    </message>
    <message>
        <source>as stated or assumed of the boundary</source>
        <translation>按边界的说明或假定</translation>
    </message>
    <message>
        <source>rows ÷ rows of a portion ÷ period</source>
        <translation>行数 ÷ 每批行数 ÷ 周期</translation>
    </message>
    <message>
        <source>%1 for %2: another engine of the design answers it</source>
        <translation>%2 的 %1：由设计中的另一引擎回答</translation>
    </message>
    <message>
        <source>One engine of several is simulated: what it holds, serves, and writes to follow the others. How changes travel between engines, and calls to the others, are not.</source>
        <translation>只模拟多个引擎中的一个：它保存、提供的内容，以及为跟随其他引擎而写入的内容。变更在引擎之间的传播以及对其他引擎的调用不在其中。</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>A marketplace whose orders and catalogue lie in PostgreSQL; documents for the shop window and columns for the reports follow it.</source>
        <translation>一个市场平台，订单和商品目录在 PostgreSQL 中；供店面使用的文档和供报表使用的列随之更新。</translation>
    </message>
    <message>
        <source>several engines in one design</source>
        <translation>一个设计中的多个引擎</translation>
    </message>
    <message>
        <source>owners and followers</source>
        <translation>拥有者与跟随者</translation>
    </message>
    <message>
        <source>lag and consistency</source>
        <translation>延迟与一致性</translation>
    </message>
    <message>
        <source>Marketplace on several engines</source>
        <translation>多引擎的市场平台</translation>
    </message>
    <message>
        <source>portions of %1 for others</source>
        <translation>供其他引擎使用的 %1 的部分</translation>
    </message>
    <message>
        <source>time to write a row of %1</source>
        <translation>写入 %1 一行的时间</translation>
    </message>
    <message>
        <source>no price sheet covers %1 (write one of your own: resources/prices/README.md says how)</source>
        <translation>没有价目表涵盖 %1（可自行编写：resources/prices/README.md 有说明）</translation>
    </message>
</context>
<context>
    <name>TierTable</name>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Rows of</source>
        <translation>行属于</translation>
    </message>
    <message>
        <source>Are in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message>
        <source>Bytes of a row</source>
        <translation>一行的字节数</translation>
    </message>
    <message>
        <source>Rows in %1 months</source>
        <translation>%1 个月后的行数</translation>
    </message>
    <message>
        <source>Bytes then</source>
        <translation>届时的字节数</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>in the transaction</source>
        <translation>在事务中</translation>
    </message>
    <message>
        <source>by a trigger</source>
        <translation>由触发器</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>CDC</source>
        <translation>CDC</translation>
    </message>
    <message>
        <source>second write</source>
        <translation>第二次写入</translation>
    </message>
    <message>
        <source>periodic</source>
        <translation>定期</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A workbench for data modelling at scale.</source>
        <translation>面向大规模系统的数据建模工作台。</translation>
    </message>
    <message>
        <source>A project (.shardscape), or schemas and workloads to import.</source>
        <translation>项目文件（.shardscape），或要导入的模式定义和负载。</translation>
    </message>
    <message>
        <source>Speak this language: en or zh_CN.</source>
        <translation>使用的界面语言：en 或 zh_CN。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::AccessStage</name>
    <message>
        <source>Add &amp;pattern</source>
        <translation>添加访问模式(&amp;P)</translation>
    </message>
    <message>
        <source>Write down another way in which the data is used</source>
        <translation>再写下一种数据的使用方式</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制一份(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the selected pattern</source>
        <translation>复制所选的访问模式</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected pattern</source>
        <translation>删除所选的访问模式</translation>
    </message>
    <message>
        <source>&amp;Suggest patterns</source>
        <translation>建议访问模式(&amp;S)</translation>
    </message>
    <message>
        <source>Start from reads and writes that follow from keys and relationships</source>
        <translation>从键和关系推导出的读写操作开始</translation>
    </message>
    <message>
        <source>No access patterns yet</source>
        <translation>还没有访问模式</translation>
    </message>
    <message>
        <source>An access pattern is one statement and how often it runs; layouts, sizes, latencies and simulations are worked out from them. Let the keys suggest some to begin with, and correct what you know better.</source>
        <translation>访问模式就是一条语句以及它的执行频率；物理布局、容量、延迟和仿真都由它推算。可以先根据键生成一批建议，再按实际情况修正。</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Requests a second in total</source>
        <translation>每秒请求总数</translation>
    </message>
    <message>
        <source>Traffic in total</source>
        <translation>总流量</translation>
    </message>
    <message>
        <source>Nothing to read or write yet</source>
        <translation>还没有可读写的内容</translation>
    </message>
    <message>
        <source>Access patterns read and write entities. Import a schema, or draw one.</source>
        <translation>访问模式读写的是实体。请导入一个模式定义，或者画一个。</translation>
    </message>
    <message>
        <source>Go to Entities</source>
        <translation>转到“实体”</translation>
    </message>
    <message>
        <source>Suggesting patterns</source>
        <translation>正在生成访问模式建议</translation>
    </message>
    <message>
        <source>Suggest patterns</source>
        <translation>建议访问模式</translation>
    </message>
    <message>
        <source>Suggested patterns: %1, with nine reads for each write, spread evenly. Correct the rates and row counts you know.</source>
        <translation>已建议 %1 个访问模式，读写比 9:1，均匀分配。请按实际情况修正速率和行数。</translation>
    </message>
    <message>
        <source>Next: choose an engine</source>
        <translation>下一步：选择引擎</translation>
    </message>
    <message>
        <source>Access patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Filter patterns</source>
        <translation>筛选访问模式</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Traffic and targets</source>
        <translation>流量与目标</translation>
    </message>
    <message>
        <source>Keys of real requests</source>
        <translation>真实请求的键</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt);;All files (*)</source>
        <translation>CSV (*.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Counting keys</source>
        <translation>正在统计键</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>%1 的键</translation>
    </message>
    <message>
        <source>Draw or import an entity first: a pattern reads or writes one.</source>
        <translation>请先绘制或导入实体：访问模式要读写它。</translation>
    </message>
    <message>
        <source>Add pattern</source>
        <translation>添加访问模式</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>&amp;Paste rows</source>
        <translation>粘贴行(&amp;P)</translation>
    </message>
    <message>
        <source>Change and add patterns by rows of a spreadsheet or CSV: name, 5k/s, p99 50ms, SQL</source>
        <translation>用电子表格或 CSV 的行修改和添加访问模式：名称、5k/s、p99 50ms、SQL</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>“%1” cannot be read here. Write it as 5k/s, 50 ms, zipf(0.99) or bounded(5s).</source>
        <translation>此处无法识别“%1”。请写成 5k/s、50 ms、zipf(0.99) 或 bounded(5s)。</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Paste patterns</source>
        <translation>粘贴访问模式</translation>
    </message>
    <message>
        <source>Pasted: %1 patterns changed, %2 added.</source>
        <translation>已粘贴：修改了 %1 个访问模式，添加了 %2 个。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start an empty project</source>
        <translation>新建空项目</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>Import a &amp;workload…</source>
        <translation>导入负载(&amp;W)…</translation>
    </message>
    <message>
        <source>Add the patterns and figures of a workload file to this project</source>
        <translation>将负载文件中的访问模式和数字加入本项目</translation>
    </message>
    <message>
        <source>Welcome &amp;page</source>
        <translation>欢迎页(&amp;P)</translation>
    </message>
    <message>
        <source>Samples, recent files, import</source>
        <translation>示例、最近文件、导入</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Export &amp;report…</source>
        <translation>导出报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Write diagram, figures, charts, plans and problems as HTML, PDF or Markdown</source>
        <translation>将图、指标、图表、执行计划和问题写成 HTML、PDF 或 Markdown</translation>
    </message>
    <message>
        <source>Export &amp;diagram…</source>
        <translation>导出图(&amp;D)…</translation>
    </message>
    <message>
        <source>Write the diagram as SVG, PNG, PDF, Mermaid or DBML</source>
        <translation>将图写成 SVG、PNG、PDF、Mermaid 或 DBML</translation>
    </message>
    <message>
        <source>Export wor&amp;kload…</source>
        <translation>导出负载(&amp;K)…</translation>
    </message>
    <message>
        <source>Write volumes, patterns and targets as annotated SQL, which can be imported again</source>
        <translation>将数据量、访问模式和目标写成带注释的 SQL，可再次导入</translation>
    </message>
    <message>
        <source>Export as &amp;text…</source>
        <translation>导出为文本(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the whole project in its text form, to compare and to keep under version control</source>
        <translation>将整个项目写成文本格式，便于比较和纳入版本控制</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find any action by name</source>
        <translation>按名称查找任意操作</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>属性面板(&amp;I)</translation>
    </message>
    <message>
        <source>Show or hide the panel on the right</source>
        <translation>显示或隐藏右侧面板</translation>
    </message>
    <message>
        <source>&amp;Bottom panel</source>
        <translation>底部面板(&amp;B)</translation>
    </message>
    <message>
        <source>Show or hide problems, working, history and data</source>
        <translation>显示或隐藏问题、计算过程、历史和数据</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>Show the problems found</source>
        <translation>显示发现的问题</translation>
    </message>
    <message>
        <source>&amp;Working</source>
        <translation>计算过程(&amp;W)</translation>
    </message>
    <message>
        <source>Show how the last chosen number was computed</source>
        <translation>显示上次所选数字的计算过程</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>Show the steps taken; choose one to go back to it</source>
        <translation>显示操作步骤；选择一步即可回到那里</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>Show the table behind the chart</source>
        <translation>显示图表背后的数据表</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the system says</source>
        <translation>随系统使用浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>高对比度(&amp;C)</translation>
    </message>
    <message>
        <source>The strongest difference between text and ground</source>
        <translation>文字与背景的对比最强</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts…</source>
        <translation>快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose the keys of any action</source>
        <translation>为任意操作设定按键</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Shardscape</source>
        <translation>关于 Shardscape(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select every entity</source>
        <translation>选择所有实体</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制一份(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the selected entities</source>
        <translation>复制所选的实体</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected entities or relationships</source>
        <translation>删除所选的实体或关系</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Edit the name in place</source>
        <translation>就地编辑名称</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find entities and columns on the canvas</source>
        <translation>在画布上查找实体和列</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>适合全部(&amp;F)</translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation>适合所选(&amp;S)</translation>
    </message>
    <message>
        <source>Snap to &amp;grid</source>
        <translation>对齐网格(&amp;G)</translation>
    </message>
    <message>
        <source>Cards land on the grid; hold Alt to place freely</source>
        <translation>卡片对齐到网格；按住 Alt 可自由放置</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>鸟瞰图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>大纲(&amp;O)</translation>
    </message>
    <message>
        <source>List of entities, columns and relationships beside the canvas</source>
        <translation>画布旁的实体、列和关系列表</translation>
    </message>
    <message>
        <source>Add &amp;entity</source>
        <translation>添加实体(&amp;E)</translation>
    </message>
    <message>
        <source>Draw a new entity</source>
        <translation>绘制新实体</translation>
    </message>
    <message>
        <source>Add &amp;column</source>
        <translation>添加列(&amp;C)</translation>
    </message>
    <message>
        <source>Add a column to the selected entity</source>
        <translation>给所选实体添加列</translation>
    </message>
    <message>
        <source>Co&amp;nnect…</source>
        <translation>连接(&amp;N)…</translation>
    </message>
    <message>
        <source>Make the second selected entity refer to the first; or drag from a column to a card</source>
        <translation>让后选的实体引用先选的实体；也可从列拖到卡片</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>自动排列(&amp;A)</translation>
    </message>
    <message>
        <source>Arrange se&amp;lection</source>
        <translation>排列所选(&amp;L)</translation>
    </message>
    <message>
        <source>Lay the selected cards out automatically, where they are</source>
        <translation>在原处自动排列所选卡片</translation>
    </message>
    <message>
        <source>&amp;Straighten lines</source>
        <translation>拉直连线(&amp;S)</translation>
    </message>
    <message>
        <source>Forget bends that were set by hand</source>
        <translation>清除手工设置的弯折</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip with shortcut</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>submenu: entry</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Make a project from a schema (SQL, DBML, Mermaid, Prisma …) and a workload</source>
        <translation>由模式定义（SQL、DBML、Mermaid、Prisma …）和负载生成项目</translation>
    </message>
    <message>
        <source>Reopen at &amp;start</source>
        <translation>启动时重新打开(&amp;S)</translation>
    </message>
    <message>
        <source>Begin with the project and the page of the last time</source>
        <translation>启动时回到上次的项目和页面</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the selected entities, and delete them</source>
        <translation>复制所选实体并将其删除</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected entities, also as SQL</source>
        <translation>复制所选实体，同时生成 SQL</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Add copied entities, or the tables of SQL on the clipboard</source>
        <translation>添加已复制的实体，或剪贴板上 SQL 中的表</translation>
    </message>
    <message>
        <source>F&amp;ocus on selection</source>
        <translation>聚焦所选(&amp;O)</translation>
    </message>
    <message>
        <source>Dim everything the selected entities are not joined with</source>
        <translation>将与所选实体没有关联的内容变暗</translation>
    </message>
    <message>
        <source>Ownership &amp;frames</source>
        <translation>归属边框(&amp;F)</translation>
    </message>
    <message>
        <source>Frame the entities of each service or bounded context</source>
        <translation>为每个服务或限界上下文的实体加上边框</translation>
    </message>
    <message>
        <source>&amp;Crow&apos;s foot</source>
        <translation>鸦脚(&amp;C)</translation>
    </message>
    <message>
        <source>A fork where there may be many, a ring where a parent may be missing</source>
        <translation>可有多个处画叉，父实体可缺失处画圈</translation>
    </message>
    <message>
        <source>&amp;UML</source>
        <translation>&amp;UML</translation>
    </message>
    <message>
        <source>Multiplicities; a diamond at what its parent identifies</source>
        <translation>标注多重性；由父实体标识处画菱形</translation>
    </message>
    <message>
        <source>&amp;IDEF1X</source>
        <translation>&amp;IDEF1X</translation>
    </message>
    <message>
        <source>A dot at the child; dashed unless the parent identifies it</source>
        <translation>子实体端画圆点；非标识关系画虚线</translation>
    </message>
    <message>
        <source>Lay all cards out automatically, in the layout chosen last</source>
        <translation>按上次选择的布局自动排列所有卡片</translation>
    </message>
    <message>
        <source>&amp;Parents left of children</source>
        <translation>父实体在左(&amp;P)</translation>
    </message>
    <message>
        <source>Lay all cards out in columns, what others refer to first</source>
        <translation>按列排列所有卡片，被引用者在前</translation>
    </message>
    <message>
        <source>&amp;What is joined is near</source>
        <translation>关联者相近(&amp;W)</translation>
    </message>
    <message>
        <source>Lay all cards out so that clusters and hubs show</source>
        <translation>排列所有卡片，使聚类与枢纽显现</translation>
    </message>
    <message>
        <source>By &amp;ownership</source>
        <translation>按归属(&amp;O)</translation>
    </message>
    <message>
        <source>Lay the entities of each service or bounded context out together, and frame them</source>
        <translation>将每个服务或限界上下文的实体排在一起并加上边框</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>水平居中(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>垂直居中(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Equal gaps &amp;across</source>
        <translation>横向等距(&amp;A)</translation>
    </message>
    <message>
        <source>Equal gaps &amp;down</source>
        <translation>纵向等距(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Notation</source>
        <translation>表示法(&amp;N)</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>对齐(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>打印预览(&amp;V)…</translation>
    </message>
    <message>
        <source>See the pages before they are printed, and choose how many</source>
        <translation>打印前查看各页，并选择页数</translation>
    </message>
    <message>
        <source>Connect &amp;many to many</source>
        <translation>多对多连接(&amp;M)</translation>
    </message>
    <message>
        <source>Join the two selected entities by a junction; or hold Ctrl while drawing from a column to a card</source>
        <translation>用关联实体连接选中的两个实体；或从列拖到卡片时按住 Ctrl</translation>
    </message>
    <message>
        <source>Import from a &amp;database…</source>
        <translation>从数据库导入(&amp;D)…</translation>
    </message>
    <message>
        <source>Make a project from a running PostgreSQL, MySQL or MariaDB, or a SQLite file, with its statistics</source>
        <translation>从运行中的 PostgreSQL、MySQL 或 MariaDB，或 SQLite 文件及其统计信息创建项目</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>Show the schema as DBML or SQL, to read and to edit</source>
        <translation>以 DBML 或 SQL 显示模式定义，可阅读和编辑</translation>
    </message>
    <message>
        <source>Rename &amp;many…</source>
        <translation>批量重命名(&amp;M)…</translation>
    </message>
    <message>
        <source>Find and replace in the names of entities and columns, or give them another style</source>
        <translation>在实体和列的名称中查找替换，或改用另一种命名风格</translation>
    </message>
    <message>
        <source>Insert a &amp;ready pattern…</source>
        <translation>插入现成设计模式(&amp;R)…</translation>
    </message>
    <message>
        <source>Trees, ledgers, dimensions, counters, sets of columns: choose one and see what it is for</source>
        <translation>树、分类账、维度、计数器、列集合：选择一个并了解其用途</translation>
    </message>
    <message>
        <source>&amp;Keep as a template…</source>
        <translation>保存为模板(&amp;K)…</translation>
    </message>
    <message>
        <source>Keep the selected entities, or some of their columns, for other models</source>
        <translation>保存所选实体或其中一些列，供其他模型使用</translation>
    </message>
    <message>
        <source>&amp;Update from a file…</source>
        <translation>从文件更新(&amp;U)…</translation>
    </message>
    <message>
        <source>Read the schema of this project again, and keep its layout, patterns and statistics</source>
        <translation>重新读取此项目的模式，保留其布局、访问模式和统计信息</translation>
    </message>
    <message>
        <source>U&amp;pdate from a database…</source>
        <translation>从数据库更新(&amp;P)…</translation>
    </message>
    <message>
        <source>Read the schema of this project again from a running database, and keep the rest</source>
        <translation>从运行中的数据库重新读取此项目的模式，其余保持不变</translation>
    </message>
    <message>
        <source>Find a &amp;path…</source>
        <translation>查找路径(&amp;P)…</translation>
    </message>
    <message>
        <source>Show how two entities hang together: the fewest relationships between them</source>
        <translation>显示两个实体如何相连：它们之间最少的关系</translation>
    </message>
    <message>
        <source>Print the diagram that is shown, on one page or several</source>
        <translation>打印当前显示的图，可为一页或多页</translation>
    </message>
    <message>
        <source>Add no&amp;te</source>
        <translation>添加便签(&amp;T)</translation>
    </message>
    <message>
        <source>Write a note on the diagram</source>
        <translation>在图上写一张便签</translation>
    </message>
    <message>
        <source>&amp;New diagram</source>
        <translation>新建图(&amp;N)</translation>
    </message>
    <message>
        <source>Another drawing of the same model, with the selected entities</source>
        <translation>同一模型的另一张图，包含选中的实体</translation>
    </message>
    <message>
        <source>&amp;Duplicate diagram</source>
        <translation>复制图(&amp;D)</translation>
    </message>
    <message>
        <source>A copy of this diagram with all places</source>
        <translation>此图的副本，保留所有位置</translation>
    </message>
    <message>
        <source>&amp;Rename diagram…</source>
        <translation>重命名图(&amp;R)…</translation>
    </message>
    <message>
        <source>Give the diagram that is shown another name</source>
        <translation>给当前显示的图改名</translation>
    </message>
    <message>
        <source>Ne&amp;xt diagram</source>
        <translation>下一张图(&amp;X)</translation>
    </message>
    <message>
        <source>Show the next diagram of this model</source>
        <translation>显示此模型的下一张图</translation>
    </message>
    <message>
        <source>Pre&amp;vious diagram</source>
        <translation>上一张图(&amp;V)</translation>
    </message>
    <message>
        <source>Show the diagram before this one</source>
        <translation>显示前一张图</translation>
    </message>
    <message>
        <source>&amp;Collapse or expand group</source>
        <translation>折叠或展开分组(&amp;C)</translation>
    </message>
    <message>
        <source>Draw the ownership boundary of the selection as one card on this diagram, or as its entities</source>
        <translation>在此图上把所选内容的归属边界画成一张卡片，或画出其中的实体</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock group</source>
        <translation>锁定或解锁分组(&amp;L)</translation>
    </message>
    <message>
        <source>The entities of a locked boundary stay where they are on this diagram</source>
        <translation>锁定边界中的实体在此图上保持原位</translation>
    </message>
    <message>
        <source>De&amp;lete diagram</source>
        <translation>删除图(&amp;L)</translation>
    </message>
    <message>
        <source>Delete this drawing; the model keeps its entities</source>
        <translation>删除这张图；模型保留其中的实体</translation>
    </message>
    <message>
        <source>&amp;Put on this diagram</source>
        <translation>放到此图(&amp;P)</translation>
    </message>
    <message>
        <source>Show the entities that are selected in the outline on this diagram</source>
        <translation>在此图上显示大纲中选中的实体</translation>
    </message>
    <message>
        <source>&amp;Take off this diagram</source>
        <translation>从此图移除(&amp;T)</translation>
    </message>
    <message>
        <source>Take the selected entities off this diagram; the model keeps them</source>
        <translation>将选中的实体从此图移除；模型仍保留它们</translation>
    </message>
    <message>
        <source>P&amp;in or unpin</source>
        <translation>固定或取消固定(&amp;I)</translation>
    </message>
    <message>
        <source>Selected entities stay where they are: neither layouts nor drags move them</source>
        <translation>选中的实体保持原位：自动布局和拖动都不会移动它们</translation>
    </message>
    <message>
        <source>&amp;Diagram</source>
        <translation>图(&amp;D)</translation>
    </message>
    <message>
        <source>Grou&amp;p</source>
        <translation>分组(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Naming rules…</source>
        <translation>命名规则(&amp;N)…</translation>
    </message>
    <message>
        <source>How primary and unique keys, foreign keys and indexes are called, with what changes</source>
        <translation>主键、唯一键、外键和索引如何命名，并列出更改</translation>
    </message>
</context>
<context>
    <name>shardscape::app::AnalysisService</name>
    <message>
        <source>Estimating</source>
        <translation>正在估算</translation>
    </message>
</context>
<context>
    <name>shardscape::app::AnswerLine</name>
    <message>
        <source>p99 of %1:</source>
        <translation>%1 的 p99：</translation>
    </message>
    <message>
        <source>%1 by formula</source>
        <translation>公式值 %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 simulated, and growing</source>
        <translation>仿真值 %1，且持续上升</translation>
    </message>
    <message>
        <source>%1 simulated (95 %)</source>
        <translation>仿真值 %1（95%）</translation>
    </message>
    <message>
        <source>%1 simulated</source>
        <translation>仿真值 %1</translation>
    </message>
    <message>
        <source>Overloaded: the longer it lasts, the longer requests wait</source>
        <translation>已过载：持续越久，请求等待越长</translation>
    </message>
    <message>
        <source>%1, seen in the run</source>
        <translation>%1，取自本次仿真</translation>
    </message>
    <message>
        <source>wanted %1</source>
        <translation>目标 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::BottomPanel</name>
    <message>
        <source>Fold the bottom panel</source>
        <translation>收起底部面板</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>shardscape::app::BoundaryRoles</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>holds all</source>
        <translation>保存全部</translation>
    </message>
    <message>
        <source>owns %1</source>
        <translation>拥有 %1</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>跟随 %1</translation>
    </message>
    <message>
        <source>owns %1, follows %2</source>
        <translation>拥有 %1，跟随 %2</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在此处</translation>
    </message>
    <message>
        <source>owns the truth</source>
        <translation>拥有真实数据</translation>
    </message>
    <message>
        <source>follows the owner</source>
        <translation>跟随拥有者</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>How %1 is followed</source>
        <translation>如何跟随 %1</translation>
    </message>
    <message>
        <source>How far behind %1 is</source>
        <translation>%1 落后多少</translation>
    </message>
    <message>
        <source>What %1 holds</source>
        <translation>%1 保存什么</translation>
    </message>
    <message>
        <source>%1 holds everything as the one truth. Choose what it owns, and what it follows from another engine, to let several engines make one design.</source>
        <translation>%1 作为唯一的真实数据保存全部内容。选择它拥有什么、从其他引擎跟随什么，即可由多个引擎组成一个设计。</translation>
    </message>
    <message>
        <source>%1 holds what is chosen here, and nothing else. Writes go to the owner; a follower answers reads that tolerate its lag.</source>
        <translation>%1 只保存此处所选的内容。写入由拥有者接收；跟随者回答容忍其延迟的读取。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CanvasCommands</name>
    <message>
        <source>Add entity</source>
        <translation>添加实体</translation>
    </message>
    <message>
        <source>Add column to %1</source>
        <translation>给 %1 添加列</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>%1 的类型</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n entities</source>
        <translation>
            <numerusform>复制 %n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete relationship</source>
        <translation>删除关系</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entities</source>
        <translation>
            <numerusform>删除 %n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete with them</source>
        <translation>一并删除</translation>
    </message>
    <message>
        <source>Bend line</source>
        <translation>弯折连线</translation>
    </message>
    <message>
        <source>Straighten lines</source>
        <translation>拉直连线</translation>
    </message>
    <message>
        <source>Select the cards to arrange first.</source>
        <translation>请先选择要排列的卡片。</translation>
    </message>
    <message>
        <source>Arrange selection</source>
        <translation>排列所选</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>自动排列</translation>
    </message>
    <message>
        <source>Connect %1 and %2</source>
        <translation>连接 %1 和 %2</translation>
    </message>
    <message>
        <source>%1 has no key of one column to refer to. Drop the line on the column it means.</source>
        <translation>%1 没有可供引用的单列键。请把连线放到它所指的列上。</translation>
    </message>
    <message>
        <source>Select two entities to connect, or drag from a column to a card.</source>
        <translation>请选择两个实体进行连接，或者从列拖到另一张卡片。</translation>
    </message>
    <message>
        <source>The clipboard has no text. Copy entities, or SQL such as CREATE TABLE …</source>
        <translation>剪贴板上没有文本。请复制实体，或 CREATE TABLE … 之类的 SQL</translation>
    </message>
    <message>
        <source>Reading what was pasted</source>
        <translation>正在读取粘贴的内容</translation>
    </message>
    <message>
        <source>Pasted, but not all of it. Line %1: %2</source>
        <translation>已粘贴，但不完整。第 %1 行：%2</translation>
    </message>
    <message>
        <source>There is no entity in what was pasted.</source>
        <translation>粘贴的内容中没有实体。</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n entities</source>
        <translation>
            <numerusform>粘贴 %n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Select two or more entities to align.</source>
        <translation>请选择两个或更多实体以对齐。</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Select three or more entities to distribute.</source>
        <translation>请选择三个或更多实体以均匀分布。</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Connect %1 and %2 many to many</source>
        <translation>多对多连接 %1 与 %2</translation>
    </message>
    <message>
        <source>Select two entities, or hold Ctrl while drawing from a column to a card.</source>
        <translation>请选择两个实体，或从列拖到卡片时按住 Ctrl。</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1 的颜色</translation>
    </message>
    <message>
        <source>Arranging the selection</source>
        <translation>正在排列所选内容</translation>
    </message>
    <message>
        <source>Arranging</source>
        <translation>正在排列</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n notes</source>
        <translation>
            <numerusform>删除 %n 张便签</numerusform>
        </translation>
    </message>
    <message>
        <source>Main</source>
        <comment>the first diagram</comment>
        <translation>主图</translation>
    </message>
    <message>
        <source>%1 is pinned here: P frees it.</source>
        <translation>%1 在此处已固定：按 P 解除。</translation>
    </message>
    <message>
        <source>The group %1 is locked here: unlock it in its context menu to move what is in it.</source>
        <translation>分组 %1 在此处已锁定：在其右键菜单中解锁后才能移动其中内容。</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n entities</source>
        <translation>
            <numerusform>移动 %n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>移动便签</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Add diagram</source>
        <translation>添加图</translation>
    </message>
    <message>
        <source>Duplicate diagram %1</source>
        <translation>复制图 %1</translation>
    </message>
    <message>
        <source>Rename diagram %1 to %2</source>
        <translation>将图 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Delete diagram %1</source>
        <translation>删除图 %1</translation>
    </message>
    <message>
        <source>Select the entities first, on the canvas or in the outline.</source>
        <translation>请先在画布或大纲中选择实体。</translation>
    </message>
    <message>
        <source>Put %1 on %2</source>
        <translation>将 %1 放到 %2</translation>
    </message>
    <message numerus="yes">
        <source>Put %n entities on %1</source>
        <translation>
            <numerusform>将 %n 个实体放到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the entities to take off this diagram.</source>
        <translation>请选择要从此图移除的实体。</translation>
    </message>
    <message>
        <source>Take %1 off the diagram</source>
        <translation>从图中移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Take %n entities off the diagram</source>
        <translation>
            <numerusform>从图中移除 %n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Colour of the note</source>
        <translation>便签颜色</translation>
    </message>
    <message>
        <source>Select the entities to pin first.</source>
        <translation>请先选择要固定的实体。</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Collapse %1</source>
        <translation>折叠 %1</translation>
    </message>
    <message>
        <source>Expand %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CanvasView</name>
    <message>
        <source>Diagram</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Entities and relationships; the outline beside it lists the same</source>
        <translation>实体与关系；旁边的大纲列出相同内容</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>列：%1</translation>
    </message>
    <message>
        <source>Entity %1, %2, %3</source>
        <translation>实体 %1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n attributes</source>
        <translation>
            <numerusform>%n 个属性</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relationships</source>
        <translation>
            <numerusform>%n 个关系</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Select its entities</source>
        <translation>选择其中的实体(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>Select a group, or an entity that belongs to an ownership boundary.</source>
        <translation>请选择一个分组，或属于某个归属边界的实体。</translation>
    </message>
    <message>
        <source>&amp;Expand group</source>
        <translation>展开分组(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Collapse group</source>
        <translation>折叠分组(&amp;C)</translation>
    </message>
    <message>
        <source>Un&amp;lock group</source>
        <translation>解锁分组(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock group</source>
        <translation>锁定分组(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Edit note</source>
        <translation>编辑便签(&amp;E)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Put on &amp;diagram</source>
        <translation>放到其他图(&amp;D)</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑便签</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>调整便签大小</translation>
    </message>
    <message>
        <source>Collapsed group %1, %2</source>
        <translation>折叠的分组 %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>空便笺</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>便笺：%1</translation>
    </message>
    <message>
        <source>Entities: %1</source>
        <translation>实体：%1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CellTableModel</name>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ChangeList</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ChartView</name>
    <message>
        <source>Chart menu</source>
        <translation>图表菜单</translation>
    </message>
    <message>
        <source>Table, copy, export</source>
        <translation>表格、复制、导出</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Values as a table, and back (T)</source>
        <translation>在数值表格与图表之间切换（T）</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy values</source>
        <translation>复制数值(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Export as &amp;SVG…</source>
        <translation>导出为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Export as P&amp;NG…</source>
        <translation>导出为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>Export as CS&amp;V…</source>
        <translation>导出为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>%1: end the name with .svg, .png or .csv</source>
        <translation>%1：文件名须以 .svg、.png 或 .csv 结尾</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Values as CSV (*.csv)</source>
        <translation>CSV 数值 (*.csv)</translation>
    </message>
    <message>
        <source>Picture as PNG (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Picture as SVG (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ColumnDetails</name>
    <message>
        <source>May be n&amp;ull</source>
        <translation>可为空(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Values from</source>
        <translation>值的来源(&amp;V)</translation>
    </message>
    <message numerus="yes">
        <source>Type of %n columns</source>
        <translation>
            <numerusform>%n 列的类型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Null of %n columns</source>
        <translation>
            <numerusform>%n 列的可空性</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Generator of %n columns</source>
        <translation>
            <numerusform>%n 列的生成方式</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>they differ</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ColumnGrid</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n columns</source>
        <translation>
            <numerusform>删除 %n 列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::ColumnModel</name>
    <message>
        <source>Part of the primary key</source>
        <translation>属于主键</translation>
    </message>
    <message>
        <source>May be null</source>
        <translation>可为空</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>非键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>可空</translation>
    </message>
    <message>
        <source>Primary key of %1</source>
        <translation>%1 的主键</translation>
    </message>
    <message>
        <source>Null of %1</source>
        <translation>%1 的可空性</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CompareCard</name>
    <message>
        <source>Beside the pinned run</source>
        <translation>与对照运行比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消对照</translation>
    </message>
    <message>
        <source>same random numbers</source>
        <translation>随机数相同</translation>
    </message>
    <message>
        <source>other random numbers: chance differs, too</source>
        <translation>随机数不同：差异中也有偶然成分</translation>
    </message>
    <message>
        <source>▲ another number of requests: what grows with time differs, too</source>
        <translation>▲ 请求数不同：随时间增长的指标也会有差异</translation>
    </message>
    <message>
        <source>pinned: %1 · %2</source>
        <translation>对照：%1 · %2</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ComparisonModel</name>
    <message>
        <source>Refused or failed</source>
        <translation>被拒绝或失败</translation>
    </message>
    <message>
        <source>Hottest node</source>
        <translation>最热节点</translation>
    </message>
    <message>
        <source>Mean utilisation</source>
        <translation>平均利用率</translation>
    </message>
    <message>
        <source>Deepest queue</source>
        <translation>最长队列</translation>
    </message>
    <message>
        <source>Hottest partition over mean</source>
        <translation>最热分区／均值</translation>
    </message>
    <message>
        <source>Hottest node over mean</source>
        <translation>最热节点／均值</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>cache hits</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>%1 nodes instead of %2</source>
        <translation>节点由 %2 个变为 %1 个</translation>
    </message>
    <message>
        <source>%1 servers instead of %2</source>
        <translation>服务线程由 %2 个变为 %1 个</translation>
    </message>
    <message>
        <source>%1 copies instead of %2</source>
        <translation>副本由 %2 份变为 %1 份</translation>
    </message>
    <message>
        <source>a read asks %1 partitions instead of %2</source>
        <translation>一次读取访问的分区由 %2 个变为 %1 个</translation>
    </message>
    <message>
        <source>a write makes %1 requests instead of %2</source>
        <translation>一次写入产生的请求由 %2 个变为 %1 个</translation>
    </message>
    <message>
        <source>room for %1 keys in caches instead of %2</source>
        <translation>缓存容量由 %2 个键变为 %1 个键</translation>
    </message>
    <message>
        <source>cached answers up to %1 old</source>
        <translation>缓存结果最多陈旧 %1</translation>
    </message>
    <message>
        <source>cached answers of any age</source>
        <translation>缓存结果不限新旧</translation>
    </message>
    <message>
        <source>%1 of the reads may miss the last write instead of %2</source>
        <translation>可能读不到最近一次写入的读取由 %2 变为 %1</translation>
    </message>
    <message>
        <source>It costs nothing more.</source>
        <translation>不增加任何代价。</translation>
    </message>
    <message>
        <source>Cost: %1.</source>
        <translation>代价：%1。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ConnectDialog</name>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>Import from a database</source>
        <translation>从数据库导入</translation>
    </message>
    <message>
        <source>this machine; or the path of a socket</source>
        <translation>本机；或套接字的路径</translation>
    </message>
    <message>
        <source>is kept nowhere</source>
        <translation>不会保存在任何地方</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>种类(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>已放弃。</translation>
    </message>
    <message>
        <source>path of the file</source>
        <translation>文件的路径</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Only the schema and the statistics of the server are read, in one read-only transaction.</source>
        <translation>只在一个只读事务中读取服务器的模式定义和统计信息。</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>Say which database: its name, or the path of its file.</source>
        <translation>请指明数据库：名称或文件路径。</translation>
    </message>
    <message>
        <source>Reading the schema and the statistics …</source>
        <translation>正在读取模式定义和统计信息 …</translation>
    </message>
    <message>
        <source>Reading the database</source>
        <translation>正在读取数据库</translation>
    </message>
</context>
<context>
    <name>shardscape::app::CopyControls</name>
    <message>
        <source>&amp;Drop the copy</source>
        <translation>取消副本(&amp;D)</translation>
    </message>
    <message>
        <source>What the comparison comes to</source>
        <translation>比较的结论</translation>
    </message>
    <message>
        <source>Kept &amp;in step</source>
        <translation>同步方式(&amp;I)</translation>
    </message>
    <message>
        <source>Keep it &amp;so</source>
        <translation>照此保留(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep this copy</source>
        <translation>保留此副本(&amp;K)</translation>
    </message>
    <message>
        <source>Every number, the native schema and the simulation then have it</source>
        <translation>此后所有数字、原生模式和模拟都包含它</translation>
    </message>
    <message>
        <source>&amp;every</source>
        <translation>每隔(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;lag</source>
        <translation>滞后(&amp;L)</translation>
    </message>
    <message>
        <source>Empty: as assumed</source>
        <translation>留空：采用假设值</translation>
    </message>
    <message>
        <source>“%1” is no duration; write it as 500ms, 2s or 10min</source>
        <translation>“%1”不是时长；请写成 500ms、2s 或 10min</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>保留副本</translation>
    </message>
    <message>
        <source>Drop a copy</source>
        <translation>取消副本</translation>
    </message>
    <message>
        <source>Choose a row with a copy</source>
        <translation>选择带有副本的行</translation>
    </message>
</context>
<context>
    <name>shardscape::app::DataPanel</name>
    <message>
        <source>The table behind a chart appears here.</source>
        <translation>图表背后的数据表显示在这里。</translation>
    </message>
    <message>
        <source>Data of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>shardscape::app::DayCurve</name>
    <message>
        <source>Rate over time</source>
        <translation>速率曲线</translation>
    </message>
    <message>
        <source>average %1 · peak %2</source>
        <translation>平均 %1 · 峰值 %2</translation>
    </message>
    <message>
        <source>%1 on average, %2 at the peak. %3: %4 at %5</source>
        <translation>平均 %1，峰值 %2。%3：%4，时间 %5</translation>
    </message>
    <message>
        <source>Drag its points, or choose one by Page up and down and move it by the arrow keys</source>
        <translation>拖动曲线上的点，或用上下翻页键选择一个点并用方向键移动</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Trough</source>
        <translation>谷值</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
</context>
<context>
    <name>shardscape::app::DdlPreview</name>
    <message>
        <source>Schema</source>
        <translation>模式定义</translation>
    </message>
    <message>
        <source>Native schema</source>
        <translation>原生模式定义</translation>
    </message>
    <message>
        <source>Copy the schema</source>
        <translation>复制模式定义</translation>
    </message>
    <message>
        <source>Export the schema…</source>
        <translation>导出模式定义…</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Export schema</source>
        <translation>导出模式定义</translation>
    </message>
    <message>
        <source>The schema is in %1.</source>
        <translation>模式定义已写入 %1。</translation>
    </message>
    <message>
        <source>Shell script</source>
        <translation>Shell 脚本</translation>
    </message>
</context>
<context>
    <name>shardscape::app::DiagramScene</name>
    <message>
        <source>Drawing lines</source>
        <translation>正在绘制连线</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <comment>in a collapsed group</comment>
        <translation>
            <numerusform>%n 个实体</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::DiagramTabs</name>
    <message>
        <source>Diagrams</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Diagrams of this model: double-click renames</source>
        <translation>此模型的图：双击可重命名</translation>
    </message>
    <message>
        <source>New diagram</source>
        <translation>新建图</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete diagram</source>
        <translation>删除图(&amp;L)</translation>
    </message>
    <message>
        <source>Name of the diagram</source>
        <translation>图的名称</translation>
    </message>
</context>
<context>
    <name>shardscape::app::DocumentTree</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>What a document looks like: children that lie inside their parent are indented</source>
        <translation>文档的结构：位于父文档内的子项缩进显示</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>list of documents</source>
        <translation>文档列表</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>one at most</source>
        <translation>最多一个</translation>
    </message>
    <message>
        <source>about %1, at most %2</source>
        <translation>约 %1，最多 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>集合</translation>
    </message>
</context>
<context>
    <name>shardscape::app::EngineSwitch</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
</context>
<context>
    <name>shardscape::app::EntitiesStage</name>
    <message>
        <source>Draw what there is to store</source>
        <translation>画出要存储的内容</translation>
    </message>
    <message>
        <source>An entity is a kind of thing the system remembers: users, orders, readings. Draw the first one, or import the schema you have.</source>
        <translation>实体是系统要记住的一类事物：用户、订单、读数。画出第一个，或导入已有的模式定义。</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Tint: boundary</source>
        <translation>着色：边界</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Tint: traffic</source>
        <translation>着色：流量</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Tint: rows</source>
        <translation>着色：行数</translation>
    </message>
    <message>
        <source>What the colours of the cards mean</source>
        <translation>卡片颜色的含义</translation>
    </message>
</context>
<context>
    <name>shardscape::app::EntityInspector</name>
    <message>
        <source>none; type a new one</source>
        <translation>无；可直接输入新的</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Boundary</source>
        <translation>边界(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Rows now</source>
        <translation>当前行数(&amp;R)</translation>
    </message>
    <message>
        <source>Rows a &amp;day</source>
        <translation>每日新增(&amp;D)</translation>
    </message>
    <message>
        <source>Growth a day</source>
        <translation>日增长</translation>
    </message>
    <message>
        <source>&amp;Kept</source>
        <translation>保留期(&amp;K)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>添加列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留期</translation>
    </message>
    <message>
        <source>2.1</source>
        <translation>2.1</translation>
    </message>
    <message>
        <source>Children of one parent, &amp;mean</source>
        <translation>每个父行的子行数，均值(&amp;M)</translation>
    </message>
    <message>
        <source>Ma&amp;ximum</source>
        <translation>最大值(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>分布形状(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Exponent</source>
        <translation>指数(&amp;E)</translation>
    </message>
    <message>
        <source>On &amp;delete</source>
        <translation>删除时(&amp;D)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>分布形状</translation>
    </message>
    <message>
        <source>On delete</source>
        <translation>删除时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Fan-out %1 of %2</source>
        <translation>%2 的扇出%1</translation>
    </message>
    <message>
        <source>Boundary of %1</source>
        <translation>%1 的边界</translation>
    </message>
    <message>
        <source>used by no pattern</source>
        <translation>没有访问模式使用</translation>
    </message>
    <message>
        <source>used by one pattern</source>
        <translation>被 1 个访问模式使用</translation>
    </message>
    <message numerus="yes">
        <source>used by %n patterns</source>
        <translation>
            <numerusform>被 %n 个访问模式使用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stored as %1</source>
        <translation>存储为 %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>With indexes</source>
        <translation>含索引</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 refers to %2</source>
        <translation>%1 引用 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 entities · %2 relationships · %3 patterns</source>
        <translation>%1 个实体 · %2 个关系 · %3 个访问模式</translation>
    </message>
    <message>
        <source>Drag or use the arrow keys to move them together.</source>
        <translation>拖动或用方向键一起移动。</translation>
    </message>
    <message>
        <source>Choose an entity or a line to see and change it. Drag from a column to a card to connect, double-click to rename, N for a new entity.</source>
        <translation>选择实体或连线即可查看和修改。从列拖到卡片可建立关系，双击重命名，按 N 新建实体。</translation>
    </message>
    <message>
        <source>Tags and properties</source>
        <translation>标签和属性</translation>
    </message>
</context>
<context>
    <name>shardscape::app::EntityTrafficModel</name>
    <message>
        <source>All statements</source>
        <translation>全部语句</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Reads : writes</source>
        <translation>读写比</translation>
    </message>
    <message>
        <source>What that suggests</source>
        <translation>由此建议</translation>
    </message>
    <message>
        <source>Reads and writes of each entity</source>
        <translation>每个实体的读取和写入</translation>
    </message>
</context>
<context>
    <name>shardscape::app::EstimateStage</name>
    <message>
        <source>Choose engines</source>
        <translation>选择引擎</translation>
    </message>
    <message>
        <source>Peak traffic</source>
        <translation>峰值流量</translation>
    </message>
    <message>
        <source>Storage in a year</source>
        <translation>一年后存储量</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Worst p99</source>
        <translation>最差 p99</translation>
    </message>
    <message>
        <source>Write amplification</source>
        <translation>写放大</translation>
    </message>
    <message>
        <source>Mean utilisation</source>
        <translation>平均利用率</translation>
    </message>
    <message>
        <source>Storage growth</source>
        <translation>存储增长</translation>
    </message>
    <message>
        <source>Nodes by constraint</source>
        <translation>各约束所需节点数</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>one copy, by structure</source>
        <translation>单份数据，按存储结构</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>%1 on %2, one copy</source>
        <translation>%1（%2，单份数据）</translation>
    </message>
    <message>
        <source>%1 cannot be estimated</source>
        <translation>无法估算 %1</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>The numbers of this engine are on their way.</source>
        <translation>正在计算该引擎的各项数字。</translation>
    </message>
    <message>
        <source>No engine to estimate</source>
        <translation>没有可估算的引擎</translation>
    </message>
    <message>
        <source>Storage, nodes and latency are estimated for each engine the model is laid out on. Choose one or more to see their numbers and how they were computed.</source>
        <translation>模型布局到哪个引擎，就估算哪个引擎的存储、节点和延迟。选择一个或多个引擎，即可查看数字及其计算过程。</translation>
    </message>
    <message>
        <source>all patterns, busiest second</source>
        <translation>全部访问模式，最忙的一秒</translation>
    </message>
    <message>
        <source>replicated, now %1</source>
        <translation>含副本，当前 %1</translation>
    </message>
    <message>
        <source>bound by %1</source>
        <translation>受限于%1</translation>
    </message>
    <message>
        <source>● %1 overloads</source>
        <translation>● %1 处过载</translation>
    </message>
    <message>
        <source>▲ %1 · %2 missed</source>
        <translation>▲ %1 · %2 个未达标</translation>
    </message>
    <message>
        <source>physical per logical write</source>
        <translation>每次逻辑写对应的物理写</translation>
    </message>
    <message>
        <source>busiest partition %1</source>
        <translation>最忙分区 %1</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>每月成本</translation>
    </message>
    <message>
        <source>A million requests</source>
        <translation>每百万请求</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>pricing…</source>
        <translation>计价中…</translation>
    </message>
    <message>
        <source>list prices %1</source>
        <translation>目录价 %1</translation>
    </message>
    <message>
        <source>all patterns together</source>
        <translation>全部访问模式合计</translation>
    </message>
    <message>
        <source>one copy, by structure and tier</source>
        <translation>一份副本，按结构与层</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ExportController</name>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Export diagram</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Mermaid</source>
        <translation>Mermaid</translation>
    </message>
    <message>
        <source>DBML</source>
        <translation>DBML</translation>
    </message>
    <message>
        <source>Export workload</source>
        <translation>导出负载</translation>
    </message>
    <message>
        <source>Annotated SQL</source>
        <translation>带注释的 SQL</translation>
    </message>
    <message>
        <source>Export as text</source>
        <translation>导出为文本</translation>
    </message>
    <message>
        <source>Text form</source>
        <translation>文本格式</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Writing the workload…</source>
        <translation>正在写出负载…</translation>
    </message>
    <message>
        <source>Writing the text form…</source>
        <translation>正在写出文本格式…</translation>
    </message>
    <message>
        <source>Drawing the diagram…</source>
        <translation>正在绘图…</translation>
    </message>
    <message>
        <source>Estimating and simulating for the report…</source>
        <translation>正在为报告估算并仿真…</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写出报告</translation>
    </message>
</context>
<context>
    <name>shardscape::app::FileController</name>
    <message>
        <source>Shardscape projects (*.shardscape)</source>
        <translation>Shardscape 项目 (*.shardscape)</translation>
    </message>
    <message>
        <source>● left out</source>
        <translation>● 已舍弃</translation>
    </message>
    <message>
        <source>▲ simplified</source>
        <translation>▲ 已简化</translation>
    </message>
    <message>
        <source>○ not needed</source>
        <translation>○ 不需要</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>导入说明</translation>
    </message>
    <message>
        <source>what the files say and the model does not hold</source>
        <translation>文件中有而模型未收录的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 已被其他程序修改。</translation>
    </message>
    <message>
        <source>%1 is no longer there. Save to write it again.</source>
        <translation>%1 已不存在。保存即可重新写出。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有尚未保存的修改。</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>该项目</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Import a schema, and a workload if there is one</source>
        <translation>导入模式定义（以及负载，如果有）</translation>
    </message>
    <message>
        <source>SQL (*.sql);;All files (*)</source>
        <translation>SQL (*.sql);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A workload says how often the statements of a schema run: import the schema first.</source>
        <translation>负载说明各语句的执行频率：请先导入模式定义。</translation>
    </message>
    <message>
        <source>Import a workload</source>
        <translation>导入负载</translation>
    </message>
    <message numerus="yes">
        <source>Edits that were not saved have been brought back: %n.</source>
        <translation>
            <numerusform>已恢复 %n 处未保存的编辑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃这些编辑</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Imported. Statements or parts that the model does not hold: %1.</source>
        <translation>导入完成。模型未收录的语句或部分：%1 处。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Opening sample</source>
        <translation>正在打开示例</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Schemas (%1)</source>
        <translation>模式定义 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Bring back what was drawn?</source>
        <translation>恢复之前绘制的内容？</translation>
    </message>
    <message>
        <source>A project without a file was open when the program ended on %1 (%2).</source>
        <translation>程序于 %1 退出时，有一个尚未存盘的项目（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n older ones will be offered after it.</source>
        <translation>
            <numerusform>还有 %n 个更早的项目，处理完这个之后会逐一询问。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后再说(&amp;L)</translation>
    </message>
    <message>
        <source>Update this project from a newer schema</source>
        <translation>用较新的模式更新此项目</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>结束查找（Esc）</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>结束查找</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Find entities and columns, or #tag</source>
        <translation>查找实体和列，或 #标签</translation>
    </message>
    <message>
        <source>%1 is not on this diagram</source>
        <translation>%1 不在此图中</translation>
    </message>
</context>
<context>
    <name>shardscape::app::GalleryDialog</name>
    <message>
        <source>Ready patterns</source>
        <translation>现成设计模式</translation>
    </message>
    <message>
        <source>Find a pattern</source>
        <translation>查找设计模式</translation>
    </message>
    <message>
        <source>Patterns, sets of columns and templates</source>
        <translation>设计模式、列集合和模板</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove from the gallery</source>
        <translation>从图库中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>设计模式</translation>
    </message>
    <message>
        <source>Sets of columns</source>
        <translation>列集合</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Nothing by that name</source>
        <translation>没有这个名称的条目</translation>
    </message>
    <message>
        <source>Entities that you select can be kept as a template: Model &gt; Keep as a template.</source>
        <translation>所选的实体可以保存为模板：模型 &gt; 保存为模板。</translation>
    </message>
    <message>
        <source>Adds %1, and access patterns: %2.</source>
        <translation>将添加 %1，以及访问模式：%2 个。</translation>
    </message>
    <message>
        <source>Select the entities that shall have these columns first.</source>
        <translation>请先选择要添加这些列的实体。</translation>
    </message>
    <message>
        <source>Adds the columns to %1.</source>
        <translation>将把这些列添加到 %1。</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::GeneratorBox</name>
    <message>
        <source>Where its values come from</source>
        <translation>其值的来源</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>The application supplies values whose order is not known</source>
        <translation>由应用提供，次序未知</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>自增</translation>
    </message>
    <message>
        <source>Ascending integers from the database; clients may give their own. New rows fill the last page</source>
        <translation>数据库生成的递增整数；客户端也可自行给出。新行填充最后一页</translation>
    </message>
    <message>
        <source>identity always</source>
        <translation>始终自增</translation>
    </message>
    <message>
        <source>Ascending integers from the database; values from clients are refused</source>
        <translation>数据库生成的递增整数；拒绝客户端给出的值</translation>
    </message>
    <message>
        <source>UUID v4</source>
        <translation>UUID v4</translation>
    </message>
    <message>
        <source>Random: load spreads, and each insert meets another page</source>
        <translation>随机：负载分散，每次插入落在不同的页</translation>
    </message>
    <message>
        <source>UUID v7 or ULID</source>
        <translation>UUID v7 或 ULID</translation>
    </message>
    <message>
        <source>Ordered by time: inserts stay together, and the last range is the warm one</source>
        <translation>按时间有序：插入集中，最后一个范围最热</translation>
    </message>
    <message>
        <source>Snowflake</source>
        <translation>Snowflake</translation>
    </message>
    <message>
        <source>64-bit integers ordered by time, made by many machines without asking each other</source>
        <translation>按时间有序的 64 位整数，由多台机器各自生成，无须协调</translation>
    </message>
    <message>
        <source>natural</source>
        <translation>自然键</translation>
    </message>
    <message>
        <source>A value with a meaning of its own, as an e-mail address</source>
        <translation>本身有含义的值，例如电子邮件地址</translation>
    </message>
    <message>
        <source>they differ</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>shardscape::app::HeadlineCard</name>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>shardscape::app::HistoryModel</name>
    <message>
        <source>As opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Go back to this step</source>
        <translation>回到这一步</translation>
    </message>
    <message>
        <source>Undone; go forward to this step</source>
        <translation>已撤销；前进到这一步</translation>
    </message>
</context>
<context>
    <name>shardscape::app::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>shardscape::app::InPlaceEditor</name>
    <message>
        <source>Name of the entity</source>
        <translation>实体名称</translation>
    </message>
    <message>
        <source>Type of the column</source>
        <translation>列类型</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>列名</translation>
    </message>
</context>
<context>
    <name>shardscape::app::JobBar</name>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>已停止：%1。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::KeepDialog</name>
    <message>
        <source>Select the entities to keep as a template first.</source>
        <translation>请先选择要保存为模板的实体。</translation>
    </message>
    <message>
        <source>Go to Entities</source>
        <translation>转到实体</translation>
    </message>
    <message>
        <source>There is no home folder to keep templates in.</source>
        <translation>没有可保存模板的主文件夹。</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>保存为模板</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>Only these columns</source>
        <translation>仅这些列</translation>
    </message>
    <message>
        <source>&amp;Only these columns</source>
        <translation>仅这些列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>A set of columns, to be added to other entities: %1.</source>
        <translation>一组可添加到其他实体的列：%1 列。</translation>
    </message>
    <message>
        <source>Entities with keys, indexes and relationships among them: %1.</source>
        <translation>实体及其键、索引和相互关系：%1 个。</translation>
    </message>
    <message>
        <source>Kept in the gallery under “My own”: %1</source>
        <translation>已保存到图库的“我的”：%1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::LatencyPanel</name>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>CDF</source>
        <translation>CDF</translation>
    </message>
    <message>
        <source>Tail</source>
        <translation>长尾</translation>
    </message>
    <message>
        <source>Latency over time, its distribution, or its percentiles with the tail spread out</source>
        <translation>延迟随时间的变化、延迟分布，或放大长尾的百分位图</translation>
    </message>
    <message>
        <source>all patterns, p99</source>
        <translation>全部访问模式，p99</translation>
    </message>
</context>
<context>
    <name>shardscape::app::LayoutStrip</name>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>数据放置</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>A cache in front of the reads that tolerate staleness</source>
        <translation>为可容忍陈旧数据的读取前置缓存</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this engine out of the project</source>
        <translation>从项目中移除该引擎</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Set by you; clear it to let it follow from the numbers</source>
        <translation>由您设定；清空后按数字自动推算</translation>
    </message>
    <message>
        <source>Follows from the numbers</source>
        <translation>按数字自动推算</translation>
    </message>
    <message>
        <source>engine&apos;s own</source>
        <translation>引擎默认</translation>
    </message>
    <message>
        <source>A whole number from 1 on, or nothing</source>
        <translation>填大于等于 1 的整数，或留空</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>What this engine holds of each boundary: choose to let several engines make one design</source>
        <translation>该引擎保存每个边界的什么：选择后可由多个引擎组成一个设计</translation>
    </message>
</context>
<context>
    <name>shardscape::app::Legend</name>
    <message>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>rows (log)</source>
        <translation>行数（对数）</translation>
    </message>
    <message>
        <source>Legend: %1 %2</source>
        <translation>图例：%1 %2</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最多</translation>
    </message>
</context>
<context>
    <name>shardscape::app::LifecycleFields</name>
    <message>
        <source>in the engine, rolled up</source>
        <translation>在引擎中，已汇总</translation>
    </message>
    <message>
        <source>object storage</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>infrequent access</source>
        <translation>低频访问</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>in whole partitions</source>
        <translation>按整个分区</translation>
    </message>
    <message>
        <source>by a time to live</source>
        <translation>按生存时间（TTL）</translation>
    </message>
    <message>
        <source>How rows leave the engine when they are too old: each delete is a write, a partition that is dropped costs nearly nothing</source>
        <translation>行过旧时如何离开引擎：每次删除都是一次写入，丢弃一个分区几乎不花代价</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>Legal hold: nothing may be deleted</source>
        <translation>依法保留：什么都不得删除</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除方式</translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Another place for rows of an age: rolled up in the engine, on object storage, or in an archive</source>
        <translation>某一年龄的行的另一去处：在引擎中汇总、放到对象存储或归档</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>删除方式</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>依法保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>as many as before</source>
        <translation>与之前一样多</translation>
    </message>
    <message>
        <source>Of each row that came in: 1.67 % where a minute replaces sixty seconds</source>
        <translation>占每个进入的行：一分钟代替六十秒时为 1.67 %</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message>
        <source>as Parquet takes</source>
        <translation>按 Parquet 所占</translation>
    </message>
    <message>
        <source>Bytes of a row here, of those in the engine</source>
        <translation>此处一行的字节数，占引擎中的份额</translation>
    </message>
    <message>
        <source>Bytes kept</source>
        <translation>保留的字节</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Partitions of</source>
        <translation>分区时长</translation>
    </message>
</context>
<context>
    <name>shardscape::app::LoadPanel</name>
    <message>
        <source>Load per partition over time</source>
        <translation>各分区负载随时间变化</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>Back to the whole run (Esc on the slider)</source>
        <translation>回到整个运行（在滑块上按 Esc）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 partitions</source>
        <translation>%1 个分区</translation>
    </message>
    <message>
        <source>max/mean %1 · Gini %2 · %3 partitions</source>
        <translation>最大/均值 %1 · 基尼系数 %2 · %3 个分区</translation>
    </message>
    <message>
        <source>Whole run; drag to look at a moment</source>
        <translation>整个运行；拖动查看某一时刻</translation>
    </message>
    <message>
        <source>Partition %1, the hottest</source>
        <translation>分区 %1（最热）</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>分区 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到“%1”</translation>
    </message>
    <message>
        <source>Commands  %1</source>
        <translation>命令  %1</translation>
    </message>
    <message>
        <source>Shardscape %1 — a workbench for data modelling at scale. Free software under the GPL, version 3 or later. It works offline and sends nothing anywhere.</source>
        <translation>Shardscape %1 — 面向大规模系统的数据建模工作台。依据 GPL 第 3 版或更高版本发布的自由软件。离线运行，不向任何地方发送数据。</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销“%1”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做“%1”(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>清除列表(&amp;F)</translation>
    </message>
</context>
<context>
    <name>shardscape::app::MatrixModel</name>
    <message>
        <source>R %1</source>
        <translation>读 %1</translation>
    </message>
    <message>
        <source>W %1</source>
        <translation>写 %1</translation>
    </message>
    <message>
        <source>only reads</source>
        <translation>只有读取</translation>
    </message>
    <message>
        <source>only writes</source>
        <translation>只有写入</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Patterns by entities</source>
        <translation>访问模式与实体矩阵</translation>
    </message>
</context>
<context>
    <name>shardscape::app::MessageBar</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>shardscape::app::Minimap</name>
    <message>
        <source>Overview: click or drag to go there</source>
        <translation>鸟瞰图：点击或拖动即可前往</translation>
    </message>
    <message>
        <source>Overview of the diagram</source>
        <translation>图的鸟瞰图</translation>
    </message>
</context>
<context>
    <name>shardscape::app::NamingDialog</name>
    <message>
        <source>As the engine names them</source>
        <translation>按引擎的默认命名</translation>
    </message>
    <message>
        <source>As PostgreSQL does: users_mail_key</source>
        <translation>按 PostgreSQL 的方式：users_mail_key</translation>
    </message>
    <message>
        <source>Prefixes: uq_users_mail</source>
        <translation>前缀：uq_users_mail</translation>
    </message>
    <message>
        <source>Capital prefixes: UQ_users_mail</source>
        <translation>大写前缀：UQ_users_mail</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>唯一键</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Naming rules</source>
        <translation>命名规则</translation>
    </message>
    <message>
        <source>Rules of one&apos;s own</source>
        <translation>自定义规则</translation>
    </message>
    <message>
        <source>What has no name yet</source>
        <translation>尚无名称的</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>the engine&apos;s default</source>
        <translation>引擎默认</translation>
    </message>
    <message>
        <source>&amp;Convention</source>
        <translation>约定(&amp;C)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>命名(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Primary keys</source>
        <translation>主键(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Unique keys</source>
        <translation>唯一键(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Foreign keys</source>
        <translation>外键(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Indexes</source>
        <translation>索引(&amp;I)</translation>
    </message>
    <message>
        <source>{table}, {columns} and {schema} stand for names; in foreign keys {parent} and {parent_columns}, too.</source>
        <translation>{table}、{columns} 和 {schema} 代表名称；外键中还有 {parent} 和 {parent_columns}。</translation>
    </message>
    <message>
        <source>What will be called otherwise</source>
        <translation>将更改的名称</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>No name changes.</source>
        <translation>没有名称改变。</translation>
    </message>
    <message>
        <source>No name changes now; what is made later follows.</source>
        <translation>现在没有名称改变；以后新建的按此命名。</translation>
    </message>
    <message>
        <source>Names that change: %1. What is made later follows.</source>
        <translation>将更改的名称：%1。以后新建的按此命名。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::NamingModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Name now</source>
        <translation>当前名称</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>shardscape::app::NoteEditor</name>
    <message>
        <source>Text of the note</source>
        <translation>便签文字</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it, Esc does not</source>
        <translation>Ctrl+Enter 保存，Esc 放弃</translation>
    </message>
</context>
<context>
    <name>shardscape::app::NumberField</name>
    <message>
        <source>This is no number. Write for example 300M, 2.5k or 1e9.</source>
        <translation>这不是数字。可以写作 300M、2.5k、3亿 或 1e9。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::OutlineModel</name>
    <message numerus="yes">
        <source>Entity, columns: %n</source>
        <translation>
            <numerusform>实体，%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>shardscape::app::OutlinePanel</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>筛选大纲</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>shardscape::app::OutlookSections</name>
    <message>
        <source>Structures</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Cost by line</source>
        <translation>成本明细</translation>
    </message>
    <message>
        <source>When limits are reached</source>
        <translation>何时达到上限</translation>
    </message>
    <message>
        <source>Scaling ladder</source>
        <translation>扩展阶梯</translation>
    </message>
    <message>
        <source>Assumptions by influence</source>
        <translation>按影响排列的假设</translation>
    </message>
    <message>
        <source>Partition keys compared</source>
        <translation>分区键比较</translation>
    </message>
    <message>
        <source>Consistency obtained</source>
        <translation>得到的一致性</translation>
    </message>
    <message>
        <source>&amp;Price sheet</source>
        <translation>价目表(&amp;P)</translation>
    </message>
    <message>
        <source>All &amp;rates grow by</source>
        <translation>所有速率增长(&amp;R)</translation>
    </message>
    <message>
        <source> % a month</source>
        <translation>% 每月</translation>
    </message>
    <message>
        <source>rows grow as the entities say; nodes stay as many as now</source>
        <translation>行数按各实体增长；节点数保持现状</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Assumptions varied so far</source>
        <translation>目前变动过的假设</translation>
    </message>
    <message>
        <source>each halved and doubled alone; what it moves most decides its place</source>
        <translation>各自单独减半和加倍；影响最大者决定位次</translation>
    </message>
    <message>
        <source>Nothing that was assumed moves the answer</source>
        <translation>所作假设均不影响结果</translation>
    </message>
    <message>
        <source>Price sheet</source>
        <translation>价目表</translation>
    </message>
    <message>
        <source>Price sheets (*.json);;All files (*)</source>
        <translation>价目表 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>pricing…</source>
        <translation>计价中…</translation>
    </message>
    <message>
        <source>list prices as of %1, %2%3</source>
        <translation>%1 的目录价，%2%3</translation>
    </message>
    <message>
        <source>; without: %1</source>
        <translation>；不含：%1</translation>
    </message>
    <message>
        <source>No price: %1</source>
        <translation>无价格：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rank again</source>
        <translation>重新排列</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>0 to 100, the mean of what follows</source>
        <translation>0 至 100，取以下各项的均值</translation>
    </message>
    <message>
        <source>“%1” is not a number that %2 can be</source>
        <translation>“%1”不是 %2 可取的数值</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>指定 %1</translation>
    </message>
    <message>
        <source>This is a constant of the engine: a file of your own in the folder “engines” of the settings overrides it</source>
        <translation>这是引擎常数：可在设置目录的“engines”文件夹中用自己的文件覆盖它</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Normalised and denormalised, side by side</source>
        <translation>规范化与反规范化并列对比</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>No reading pattern joins or counts what a copy could keep.</source>
        <translation>没有读取模式的连接或计数可由副本代劳。</translation>
    </message>
    <message>
        <source>Nothing of this kind in this design</source>
        <translation>此设计中没有这类内容</translation>
    </message>
    <message>
        <source>Price %1 by “%2”</source>
        <translation>%1 按“%2”计价</translation>
    </message>
    <message>
        <source>Let traffic grow by %1 % a month</source>
        <translation>流量每月增长 %1 %</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Where rows of which age are</source>
        <translation>各年龄的行在何处</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>所有权</translation>
    </message>
    <message>
        <source>Which engine owns what, and who follows</source>
        <translation>哪个引擎拥有什么、谁在跟随</translation>
    </message>
    <message>
        <source>Everything lies on one engine. What each engine owns and follows is chosen on Physical.</source>
        <translation>全部内容在一个引擎上。每个引擎拥有和跟随什么在“物理”页选择。</translation>
    </message>
    <message>
        <source>several engines make one design</source>
        <translation>多个引擎组成一个设计</translation>
    </message>
</context>
<context>
    <name>shardscape::app::OutlookService</name>
    <message>
        <source>Looking ahead</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Ranking assumptions</source>
        <translation>正在排列假设</translation>
    </message>
    <message>
        <source>Comparing copies</source>
        <translation>正在比较副本</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PathBar</name>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>重新显示全部 (Esc)</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>an entity</source>
        <translation>一个实体</translation>
    </message>
    <message>
        <source>Path &amp;from</source>
        <translation>路径起点(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>终点(&amp;T)</translation>
    </message>
    <message>
        <source>Choose two different entities.</source>
        <translation>请选择两个不同的实体。</translation>
    </message>
    <message>
        <source>The fewest relationships between two entities, in either direction.</source>
        <translation>两个实体之间最少的关系，方向不限。</translation>
    </message>
    <message>
        <source>▲ No chain of relationships joins them.</source>
        <translation>▲ 没有关系链将它们相连。</translation>
    </message>
    <message numerus="yes">
        <source>%n relationships: %1</source>
        <translation>
            <numerusform>%n 个关系：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::PatternForm</name>
    <message>
        <source>Move the curve of %1</source>
        <translation>调整 %1 的曲线</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Write it as: %2</source>
        <translation>无法识别“%1”。请写作：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ListOrdersByUser</source>
        <translation>ListOrdersByUser</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>变化曲线</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>Diurnal</source>
        <translation>按日波动</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>按周波动</translation>
    </message>
    <message>
        <source>Spike</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>5k/s</source>
        <translation>5k/s</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>from the profile</source>
        <translation>由变化曲线得出</translation>
    </message>
    <message>
        <source>Peak at</source>
        <translation>峰值时刻</translation>
    </message>
    <message>
        <source>20:00</source>
        <translation>20:00</translation>
    </message>
    <message>
        <source>Trough</source>
        <translation>低谷</translation>
    </message>
    <message>
        <source>30 %</source>
        <translation>30 %</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>开始时刻</translation>
    </message>
    <message>
        <source>12:00</source>
        <translation>12:00</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>20</source>
        <translation>20</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键分布</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Zipf</source>
        <translation>Zipf</translation>
    </message>
    <message>
        <source>Hot set</source>
        <translation>热点集合</translation>
    </message>
    <message>
        <source>Power law</source>
        <translation>幂律</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Sample file</source>
        <translation>样本文件</translation>
    </message>
    <message>
        <source>θ</source>
        <translation>θ</translation>
    </message>
    <message>
        <source>0.99</source>
        <translation>0.99</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>2.1</source>
        <translation>2.1</translation>
    </message>
    <message>
        <source>Share of keys</source>
        <translation>占键的比例</translation>
    </message>
    <message>
        <source>20 %</source>
        <translation>20 %</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>占流量</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80 %</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>keys.csv</source>
        <translation>keys.csv</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强一致</translation>
    </message>
    <message>
        <source>Read your writes</source>
        <translation>读己之写</translation>
    </message>
    <message>
        <source>Bounded</source>
        <translation>有界陈旧</translation>
    </message>
    <message>
        <source>Eventual</source>
        <translation>最终一致</translation>
    </message>
    <message>
        <source>Staleness</source>
        <translation>陈旧上限</translation>
    </message>
    <message>
        <source>5 s</source>
        <translation>5 s</translation>
    </message>
    <message>
        <source>p99 wanted</source>
        <translation>目标 p99</translation>
    </message>
    <message>
        <source>50 ms</source>
        <translation>50 ms</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Paging</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>游标</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移量</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>每页大小</translation>
    </message>
    <message>
        <source>50 rows</source>
        <translation>50 行</translation>
    </message>
    <message>
        <source>Idempotent</source>
        <translation>幂等</translation>
    </message>
    <message>
        <source>As the verb says</source>
        <translation>由操作决定</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>why it is needed</source>
        <translation>为什么需要它</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PatternTableModel</name>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>zipf %1</source>
        <translation>zipf %1</translation>
    </message>
    <message>
        <source>latest %1</source>
        <translation>最新优先 %1</translation>
    </message>
    <message>
        <source>power law %1</source>
        <translation>幂律 %1</translation>
    </message>
    <message>
        <source>%1 % take %2 %</source>
        <translation>%1% 的键占 %2%</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>bounded %1</source>
        <translation>有界 %1</translation>
    </message>
    <message>
        <source>✕ unserved</source>
        <translation>✕ 无法满足</translation>
    </message>
    <message>
        <source>● overload</source>
        <translation>● 过载</translation>
    </message>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>热度分布</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>p99 wanted</source>
        <translation>目标 p99</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PhysicalStage</name>
    <message>
        <source>Add &amp;engine</source>
        <translation>添加引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Lay the model out on another engine</source>
        <translation>将模型布局到另一个引擎</translation>
    </message>
    <message>
        <source>Export &amp;DDL…</source>
        <translation>导出 DDL(&amp;D)…</translation>
    </message>
    <message>
        <source>Write the native schema of the current engine to a file</source>
        <translation>将当前引擎的原生模式定义写入文件</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Patterns by engine</source>
        <translation>访问模式 × 引擎</translation>
    </message>
    <message>
        <source>No engine yet</source>
        <translation>还没有引擎</translation>
    </message>
    <message>
        <source>Choose where the data could live. Each engine gets structures made for the access patterns, and a plan for every pattern shows what it costs there.</source>
        <translation>选择数据可能落在哪里。每个引擎都会得到为访问模式设计的存储结构，每个访问模式的执行计划会显示它在那里的代价。</translation>
    </message>
    <message>
        <source>Add engine</source>
        <translation>添加引擎</translation>
    </message>
    <message>
        <source>%1 cannot hold this model yet</source>
        <translation>%1 暂时无法承载该模型</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>An engine&apos;s plan for each pattern, its structures and its native schema appear here.</source>
        <translation>引擎对每个访问模式的执行计划、存储结构和原生模式定义显示在这里。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Partitions touched</source>
        <translation>访问的分区数</translation>
    </message>
    <message>
        <source>Rows read / returned</source>
        <translation>读取 / 返回行数</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>读取字节数</translation>
    </message>
    <message>
        <source>Rows and entries written</source>
        <translation>写入的行与索引项</translation>
    </message>
    <message>
        <source>Rate at the peak</source>
        <translation>峰值速率</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>Reaches the database</source>
        <translation>到达数据库</translation>
    </message>
    <message>
        <source>Latency at the peak</source>
        <translation>峰值延迟</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>p99 wanted</source>
        <translation>目标 p99</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Size and load</source>
        <translation>容量与负载</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Total, one copy</source>
        <translation>合计，单份数据</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Structures: %1</source>
        <translation>存储结构：%1</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Bound by</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>数据放置</translation>
    </message>
    <message>
        <source>Chosen for you</source>
        <translation>自动选定</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PiecePreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PlanMatrixModel</name>
    <message>
        <source>one partition</source>
        <translation>单个分区</translation>
    </message>
    <message>
        <source>a few partitions</source>
        <translation>少数分区</translation>
    </message>
    <message>
        <source>every partition</source>
        <translation>全部分区</translation>
    </message>
    <message>
        <source>not served</source>
        <translation>无法满足</translation>
    </message>
    <message>
        <source>overload</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>; p99 %1, wanted %2</source>
        <translation>；p99 %1，目标 %2</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1，p99 %2</translation>
    </message>
    <message>
        <source>Nodes · bound by</source>
        <translation>节点 · 瓶颈</translation>
    </message>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>%1 at the peak</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Peak rate</source>
        <translation>峰值速率</translation>
    </message>
    <message>
        <source>Another engine of the design answers it</source>
        <translation>由设计中的另一引擎回答</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PrintController</name>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>All on one page</source>
        <translation>全部放在一页</translation>
    </message>
    <message>
        <source>On several pages</source>
        <translation>分多页</translation>
    </message>
    <message>
        <source>How many pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Pages side by side</source>
        <translation>横向页数</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Lying</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Orientation of the paper</source>
        <translation>纸张方向</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>页并排</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>另存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印(&amp;R)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No problems found in this design.</source>
        <translation>该设计未发现问题。</translation>
    </message>
    <message>
        <source>Problems are found once the project has entities, access patterns and an engine.</source>
        <translation>项目有了实体、访问模式和引擎之后，就会检查问题。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PropertyGrid</name>
    <message>
        <source>Tags and properties</source>
        <translation>标签和属性</translation>
    </message>
    <message>
        <source>A name alone is a tag. The last row takes a new one; Del removes. Ctrl+F finds #tag.</source>
        <translation>只有名称的是标签。最后一行用于新建；Del 删除。Ctrl+F 可查找 #标签。</translation>
    </message>
    <message>
        <source>Tag or property</source>
        <translation>标签或属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type the name of a tag or property</source>
        <translation>输入标签或属性的名称</translation>
    </message>
    <message>
        <source>New tag or property</source>
        <translation>新标签或属性</translation>
    </message>
    <message>
        <source>they differ</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>Property %1</source>
        <translation>属性 %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::PropertyList</name>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>shardscape::app::Rail</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RailButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RemedyList</name>
    <message>
        <source>%1 nodes</source>
        <translation>%1 个节点</translation>
    </message>
    <message>
        <source>Split into %1 partitions</source>
        <translation>拆分为 %1 个分区</translation>
    </message>
    <message>
        <source>Hash instead of ranges</source>
        <translation>用哈希代替范围分区</translation>
    </message>
    <message>
        <source>Another partition key</source>
        <translation>换一个分区键</translation>
    </message>
    <message>
        <source>Salt the hottest keys</source>
        <translation>给最热的键加盐</translation>
    </message>
    <message>
        <source>Copy the hottest keys</source>
        <translation>复制最热的键</translation>
    </message>
    <message>
        <source>Cache %1 keys</source>
        <translation>缓存 %1 个键</translation>
    </message>
    <message>
        <source>Read from any replica</source>
        <translation>从任意副本读取</translation>
    </message>
    <message>
        <source>Spread spikes with a queue</source>
        <translation>用队列削峰</translation>
    </message>
    <message>
        <source>Remedies, simulated</source>
        <translation>对策（已仿真）</translation>
    </message>
    <message>
        <source>Trying remedies</source>
        <translation>正在试验对策</translation>
    </message>
    <message>
        <source>Worst p99 now %1. Each by itself; click to suppose it.</source>
        <translation>当前最差 p99 为 %1。以下逐项单独评估；点击即可假设采用。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: worst p99 %2</source>
        <translation>%1：最差 p99 %2</translation>
    </message>
    <message>
        <source>Trying what may help against what is hot …</source>
        <translation>正在试验针对热点的对策 …</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RenameDialog</name>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>正则表达式(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>区分大小写(&amp;M)</translation>
    </message>
    <message>
        <source>E&amp;ntities</source>
        <translation>实体(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Rename many</source>
        <translation>批量重命名</translation>
    </message>
    <message>
        <source>nothing: only the style changes</source>
        <translation>留空：只改变风格</translation>
    </message>
    <message>
        <source>nothing; \1 is the first group of an expression</source>
        <translation>留空；\1 表示表达式的第一个分组</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>All entities</source>
        <translation>所有实体</translation>
    </message>
    <message>
        <source>The selected entities (%1)</source>
        <translation>所选实体（%1）</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Replace &amp;by</source>
        <translation>替换为(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>风格(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>范围(&amp;O)</translation>
    </message>
    <message>
        <source>What will be renamed</source>
        <translation>将被重命名的内容</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>● The expression cannot be read at character %1: %2</source>
        <translation>● 表达式在第 %1 个字符处无法识别：%2</translation>
    </message>
    <message>
        <source>No name changes.</source>
        <translation>没有名称会改变。</translation>
    </message>
    <message>
        <source>● Names that cannot be: %1 of %2.</source>
        <translation>● 不可用的名称：%2 个中的 %1 个。</translation>
    </message>
    <message>
        <source>Names that change: %1. The SQL of access patterns follows.</source>
        <translation>将改变的名称：%1 个。访问模式的 SQL 随之更新。</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n names</source>
        <translation>
            <numerusform>重命名 %n 个名称</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::RenamingModel</name>
    <message>
        <source>entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Name now</source>
        <translation>当前名称</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ResultTableModel</name>
    <message>
        <source>%1 ms; with 95 % certainty between %2 and %3 ms</source>
        <translation>%1 ms；95% 置信区间 %2 至 %3 ms</translation>
    </message>
    <message>
        <source>%1 ms; fewer than ten requests lie beyond it: simulate more to be sure</source>
        <translation>%1 ms；超过它的请求不足十个：需要仿真更多请求才可靠</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>解析值</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RunControls</name>
    <message>
        <source>Traffic ×</source>
        <translation>流量 ×</translation>
    </message>
    <message>
        <source>Skew θ</source>
        <translation>倾斜 θ</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>As designed</source>
        <translation>恢复设计值</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Progress of the simulation</source>
        <translation>仿真进度</translation>
    </message>
    <message>
        <source>All rates times this</source>
        <translation>所有速率乘以此倍数</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Zipf θ for all patterns; “model” leaves each its own popularity</source>
        <translation>所有访问模式统一采用的 Zipf θ；“模型”表示各用各的热度分布</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>How many nodes; “auto” takes what the estimate says</source>
        <translation>节点数；“自动”采用估算值</translation>
    </message>
    <message>
        <source>More requests narrow the percentiles and take longer</source>
        <translation>请求越多，百分位越精确，耗时也越长</translation>
    </message>
    <message>
        <source>The same seed gives the same run to the last digit</source>
        <translation>相同的种子给出完全相同的结果</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Peak: the busiest minute, held. Day: the day of the peak as a time-lapse</source>
        <translation>峰值：保持最忙的一分钟。全天：压缩时间重放峰值当天</translation>
    </message>
    <message>
        <source>Suppose nothing: traffic, popularity and nodes as the model says</source>
        <translation>不作任何假设：流量、热度分布和节点均按模型</translation>
    </message>
    <message>
        <source>This engine runs its nodes itself; suppose partitions=8 instead</source>
        <translation>该引擎自行管理节点；可改为假设 partitions=8</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行次数</translation>
    </message>
    <message>
        <source>Independent runs of so many requests each: their differences give every figure its 95 % interval</source>
        <translation>若干次独立运行，每次这么多请求：由其差异得出每个数字的 95 % 区间</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RunPage</name>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>simulated in bold · ● misses the wanted p99 · ▲ close to it · ≈ too few requests to be sure</source>
        <translation>粗体为仿真值 · ● 未达目标 p99 · ▲ 接近目标 · ≈ 请求太少，不够可靠</translation>
    </message>
</context>
<context>
    <name>shardscape::app::RunSession</name>
    <message>
        <source>Simulating %1</source>
        <translation>正在仿真 %1</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>正在估算</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>正在仿真</translation>
    </message>
</context>
<context>
    <name>shardscape::app::SharedPage</name>
    <message>
        <source>&amp;Pinned on this diagram</source>
        <translation>在此图上固定(&amp;P)</translation>
    </message>
    <message>
        <source>For each of them whose primary key has one column</source>
        <translation>用于其中主键只有一列的各个实体</translation>
    </message>
    <message>
        <source>&amp;Boundary</source>
        <translation>边界(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Colour of it</source>
        <translation>其颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rows now</source>
        <translation>当前行数(&amp;R)</translation>
    </message>
    <message>
        <source>Rows a &amp;day</source>
        <translation>每日新增(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Growth a day</source>
        <translation>每日增长率(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kept</source>
        <translation>保留期(&amp;K)</translation>
    </message>
    <message>
        <source>Ke&amp;y from</source>
        <translation>主键来源(&amp;Y)</translation>
    </message>
    <message>
        <source>Add columns to all…</source>
        <translation>为全部添加列…</translation>
    </message>
    <message>
        <source>Choose a set of columns, as created and updated, in the gallery</source>
        <translation>在图库中选择一组列，例如创建与更新时间</translation>
    </message>
    <message>
        <source>Colour of boundaries</source>
        <translation>边界的颜色</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留期</translation>
    </message>
    <message>
        <source>none; type a new one</source>
        <translation>无；可直接输入新的</translation>
    </message>
    <message>
        <source>they differ</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>no boundary yet</source>
        <translation>尚无边界</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entities</source>
        <translation>
            <numerusform>%n 个实体的%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Boundary of %n entities</source>
        <translation>
            <numerusform>%n 个实体的边界</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key generator of %n entities</source>
        <translation>
            <numerusform>%n 个实体的主键生成方式</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::ShortcutEditor</name>
    <message>
        <source>&amp;Use these keys</source>
        <translation>使用这些按键(&amp;U)</translation>
    </message>
    <message>
        <source>Use them &amp;too</source>
        <translation>同时使用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>清除按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find an action, or keys such as Ctrl+D</source>
        <translation>查找操作，或按键如 Ctrl+D</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>请按下按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Page Access</source>
        <translation>“访问”页</translation>
    </message>
    <message>
        <source>Page Physical</source>
        <translation>“物理”页</translation>
    </message>
    <message>
        <source>On its page</source>
        <translation>所在页面</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>As shipped: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>No action of that name</source>
        <translation>没有该名称的操作</translation>
    </message>
    <message>
        <source>&amp;Take these keys</source>
        <translation>夺用这些按键(&amp;T)</translation>
    </message>
    <message>
        <source>Take them &amp;too</source>
        <translation>夺用并保留原按键(&amp;T)</translation>
    </message>
    <message>
        <source>Keys now: %1</source>
        <translation>当前按键：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>It has these keys already.</source>
        <translation>该操作已使用这些按键。</translation>
    </message>
    <message>
        <source>▲ “%1” has them: %2. It loses them when they are taken.</source>
        <translation>▲ “%1”正在使用：%2。夺用后它将失去这些按键。</translation>
    </message>
    <message>
        <source>These keys are free.</source>
        <translation>这些按键未被占用。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::ShortcutSheet</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Mouse on the canvas</source>
        <translation>画布上的鼠标操作</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>middle drag, Space+drag, wheel</source>
        <translation>中键拖动、空格+拖动、滚轮</translation>
    </message>
    <message>
        <source>New entity</source>
        <translation>新建实体</translation>
    </message>
    <message>
        <source>double-click on the ground</source>
        <translation>双击空白处</translation>
    </message>
    <message>
        <source>Rename, edit a column</source>
        <translation>重命名、编辑列</translation>
    </message>
    <message>
        <source>double-click on it</source>
        <translation>双击该处</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>drag from a column to a card</source>
        <translation>从列拖到卡片</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>drag on the ground; Shift or Ctrl adds</source>
        <translation>在空白处拖动；Shift 或 Ctrl 追加选择</translation>
    </message>
    <message>
        <source>Place off the grid</source>
        <translation>不对齐网格放置</translation>
    </message>
    <message>
        <source>hold Alt while dragging</source>
        <translation>拖动时按住 Alt</translation>
    </message>
    <message>
        <source>Give up a gesture</source>
        <translation>放弃当前手势</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>更改(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>shardscape::app::SimulateStage</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Simulate the current engine under the written traffic</source>
        <translation>按写下的流量仿真当前引擎</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the simulation that runs, or let it go on</source>
        <translation>暂停或继续正在进行的仿真</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the simulation that runs</source>
        <translation>停止正在进行的仿真</translation>
    </message>
    <message>
        <source>P&amp;in</source>
        <translation>设为对照(&amp;I)</translation>
    </message>
    <message>
        <source>Keep this run and draw the next ones beside it</source>
        <translation>保留本次运行，与后续运行对照显示</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Choose engines</source>
        <translation>选择引擎</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Unp&amp;in</source>
        <translation>取消对照(&amp;I)</translation>
    </message>
    <message>
        <source>No engine to simulate</source>
        <translation>没有可仿真的引擎</translation>
    </message>
    <message>
        <source>A simulation sends the written traffic through the partitions and nodes of an engine. Choose one to begin.</source>
        <translation>仿真把写下的流量送过引擎的分区和节点。请先选择一个引擎。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Simulating…</source>
        <translation>正在仿真…</translation>
    </message>
    <message>
        <source>The window stays free meanwhile.</source>
        <translation>期间窗口可照常使用。</translation>
    </message>
    <message>
        <source>The simulation could not run</source>
        <translation>仿真无法运行</translation>
    </message>
    <message>
        <source>Not simulated yet</source>
        <translation>尚未仿真</translation>
    </message>
    <message>
        <source>Run the written traffic through this engine to see which partitions get hot, which keys make them so, and what that does to the latency of each pattern.</source>
        <translation>让写下的流量在该引擎上运行，看看哪些分区会成为热点、由哪些键造成，以及对各访问模式延迟的影响。</translation>
    </message>
    <message>
        <source>▲ The model changed since this run.</source>
        <translation>▲ 本次运行之后模型已修改。</translation>
    </message>
    <message>
        <source>▲ Other settings than this run&apos;s.</source>
        <translation>▲ 当前设置与本次运行不同。</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>暂停于 %1</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>运行中…</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>预览中…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Run to see them</source>
        <translation>运行后显示</translation>
    </message>
</context>
<context>
    <name>shardscape::app::SqlEditor</name>
    <message>
        <source>SQL of the pattern</source>
        <translation>访问模式的 SQL</translation>
    </message>
</context>
<context>
    <name>shardscape::app::Stage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Physical</source>
        <translation>物理</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>仿真</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StatementCard</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Read the statement and update the pattern (Ctrl+Return)</source>
        <translation>读取语句并更新访问模式（Ctrl+Return）</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>对 %2 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，按 %2</translation>
    </message>
    <message>
        <source>▲ %1: unbounded. The rows it returns grow with the data; add a LIMIT.</source>
        <translation>▲ %1：无界。返回的行数随数据增长；请加上 LIMIT。</translation>
    </message>
    <message>
        <source>SQL of %1</source>
        <translation>%1 的 SQL</translation>
    </message>
    <message>
        <source>Statement of %1</source>
        <translation>%1 的语句</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StatementForm</name>
    <message>
        <source>unbounded</source>
        <translation>无界</translation>
    </message>
    <message>
        <source>Write it anew with the form</source>
        <translation>用表单重新编写</translation>
    </message>
    <message>
        <source>Read rows</source>
        <translation>读取行</translation>
    </message>
    <message>
        <source>Count rows</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Insert a row</source>
        <translation>插入一行</translation>
    </message>
    <message>
        <source>Change rows</source>
        <translation>修改行</translation>
    </message>
    <message>
        <source>Count up</source>
        <translation>累加</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>不分页</translation>
    </message>
    <message>
        <source>Pages by cursor</source>
        <translation>游标分页</translation>
    </message>
    <message>
        <source>Pages by offset</source>
        <translation>偏移分页</translation>
    </message>
    <message>
        <source>What the statement does with each column</source>
        <translation>语句如何使用每一列</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>on</source>
        <translation>于</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>行数上限</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>The form cannot express this statement: %1. Edit it as SQL.</source>
        <translation>表单无法表达此语句：%1。请以 SQL 编辑。</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>由参数给出</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StatementModel</name>
    <message>
        <source>between ? and ?</source>
        <translation>介于 ? 与 ? 之间</translation>
    </message>
    <message>
        <source>Click or press Space: equal to, at least, at most, between</source>
        <translation>单击或按空格：等于、至少、至多、介于</translation>
    </message>
    <message>
        <source>Click or press Space: ascending, descending, not at all</source>
        <translation>单击或按空格：升序、降序、不排序</translation>
    </message>
    <message>
        <source>used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StatusLine</name>
    <message>
        <source>Headline figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Show how this is computed</source>
        <translation>查看计算过程</translation>
    </message>
    <message>
        <source>Last edit: %1</source>
        <translation>上次编辑：%1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>%1 — show how this is computed</source>
        <translation>%1 — 查看计算过程</translation>
    </message>
    <message>
        <source>No figures yet: the project has no engine</source>
        <translation>暂无指标：项目还没有引擎</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>in 12 months</source>
        <translation>12 个月后</translation>
    </message>
    <message>
        <source>bound by %1</source>
        <translation>受限于%1</translation>
    </message>
    <message>
        <source>worst p99</source>
        <translation>最差 p99</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Without: %1</source>
        <translation>未含：%1</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>%1 a month: list prices of %2, as of %3 — show how this is computed</source>
        <translation>每月 %1：%2 的标价，截至 %3——显示计算过程</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StructureCardModel</name>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>item table</source>
        <translation>条目表</translation>
    </message>
    <message>
        <source>global index</source>
        <translation>全局索引</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>not partitioned</source>
        <translation>未分区</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>%1 r · %2 w</source>
        <translation>读 %1 · 写 %2</translation>
    </message>
    <message>
        <source>serves %1</source>
        <translation>服务于 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StructureCards</name>
    <message>
        <source>Structures</source>
        <translation>存储结构</translation>
    </message>
</context>
<context>
    <name>shardscape::app::StructureTableModel</name>
    <message>
        <source>indexes of %1</source>
        <translation>%1 的索引</translation>
    </message>
    <message>
        <source>sum of its indexes</source>
        <translation>其全部索引之和</translation>
    </message>
    <message>
        <source>no index</source>
        <translation>无索引</translation>
    </message>
    <message>
        <source>%1. Click for the working</source>
        <translation>%1。点击查看计算过程</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>存储结构</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写</translation>
    </message>
</context>
<context>
    <name>shardscape::app::SupposeBar</name>
    <message>
        <source>100,000 keys cached for a minute</source>
        <translation>缓存 100,000 个键，保留一分钟</translation>
    </message>
    <message>
        <source>three copies</source>
        <translation>三份副本</translation>
    </message>
    <message>
        <source>128 partitions</source>
        <translation>128 个分区</translation>
    </message>
    <message>
        <source>half the money</source>
        <translation>预算减半</translation>
    </message>
    <message>
        <source>partitioned by something even</source>
        <translation>按均匀的列分区</translation>
    </message>
    <message>
        <source>reads see the last write</source>
        <translation>读取必见最近一次写入</translation>
    </message>
    <message>
        <source>reads from any replica</source>
        <translation>从任意副本读取</translation>
    </message>
    <message>
        <source>consistent hashing</source>
        <translation>一致性哈希</translation>
    </message>
    <message>
        <source>no bursts</source>
        <translation>无突发</translation>
    </message>
    <message>
        <source>Suppose</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Suppose…</source>
        <translation>假设…</translation>
    </message>
    <message>
        <source>One more thing to suppose, as --what-if on the command line: cache=100k,60s, replicas:posts=3, keys:GetUser=zipf(1.2)</source>
        <translation>再添加一项假设，写法同命令行的 --what-if：cache=100k,60s，replicas:posts=3，keys:GetUser=zipf(1.2)</translation>
    </message>
    <message>
        <source>Do not suppose %1</source>
        <translation>不再假设 %1</translation>
    </message>
</context>
<context>
    <name>shardscape::app::TextPanel</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>The schema as text</source>
        <translation>文本形式的模式定义</translation>
    </message>
    <message>
        <source>Changes that the text makes</source>
        <translation>文本带来的更改</translation>
    </message>
    <message>
        <source>Make these changes, in one step (Ctrl+Return)</source>
        <translation>一步完成这些更改（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Type tables here, or draw them: text and drawing are the same model.</source>
        <translation>在此输入表，或绘制它们：文本与图是同一个模型。</translation>
    </message>
    <message>
        <source>In step with the drawing. What you change here is listed before it is applied.</source>
        <translation>与图保持同步。此处的改动会先列出再应用。</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>Not applied: the text cannot be read completely.</source>
        <translation>未应用：文本无法完整读取。</translation>
    </message>
    <message>
        <source>The model stays as it is.</source>
        <translation>模型保持不变。</translation>
    </message>
    <message>
        <source>Changes to apply: %1</source>
        <translation>待应用的更改：%1</translation>
    </message>
    <message>
        <source>Edit as DBML</source>
        <translation>以 DBML 编辑</translation>
    </message>
    <message>
        <source>Edit as SQL</source>
        <translation>以 SQL 编辑</translation>
    </message>
</context>
<context>
    <name>shardscape::app::TimeScrubber</name>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Drag to look at a moment; arrows step, Esc goes back to the whole run</source>
        <translation>拖动查看某一时刻；方向键逐步移动，Esc 回到整个运行</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
</context>
<context>
    <name>shardscape::app::TrafficStrip</name>
    <message>
        <source>Share of the popular keys</source>
        <translation>热门键的占比</translation>
    </message>
    <message>
        <source>Say how many rows or distinct values there are to see the share of the popular keys.</source>
        <translation>填写行数或不同值的个数，即可看到热门键的占比。</translation>
    </message>
    <message>
        <source>The file was not read yet: all keys count alike.</source>
        <translation>文件尚未读取：所有键同等计数。</translation>
    </message>
    <message>
        <source>Of %1 keys the hottest takes %2, the top 1 % take %3, the top 10 % take %4; half of the traffic is for %5.</source>
        <translation>在 %1 个键中，最热的占 %2，前 1 % 占 %3，前 10 % 占 %4；一半流量集中在 %5 个键上。</translation>
    </message>
    <message>
        <source>1 %</source>
        <translation>1 %</translation>
    </message>
    <message>
        <source>10 %</source>
        <translation>10 %</translation>
    </message>
    <message>
        <source>half</source>
        <translation>一半</translation>
    </message>
</context>
<context>
    <name>shardscape::app::UpdateDialog</name>
    <message>
        <source>&amp;Remove what it does not have</source>
        <translation>移除新版本中没有的内容(&amp;R)</translation>
    </message>
    <message>
        <source>Update from %1</source>
        <translation>从 %1 更新</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>将要更改的内容</translation>
    </message>
    <message>
        <source>Off: entities, columns, keys and relationships that only this project has stay; and nothing is taken for a renamed thing.</source>
        <translation>关闭时：只有此项目才有的实体、列、键和关系都会保留，也不会把任何内容视为重命名。</translation>
    </message>
    <message>
        <source>Positions, notes, access patterns, layouts, statistics and ownership stay. What left and came back with the same columns counts as renamed.</source>
        <translation>位置、注释、访问模式、布局、统计信息和归属都会保留。消失后又以相同的列出现的内容视为重命名。</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>● It cannot be applied; nothing was changed.</source>
        <translation>● 无法应用；没有任何更改。</translation>
    </message>
    <message>
        <source>The project is up to date: nothing changes.</source>
        <translation>项目已是最新：没有任何更改。</translation>
    </message>
    <message>
        <source>Added: %1, removed: %2, changed: %3. One step, which can be undone.</source>
        <translation>新增：%1，移除：%2，更改：%3。作为一步完成，可以撤消。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::WelcomeStage</name>
    <message>
        <source>Draw the schema, write down its traffic, lay it out on real engines, and see what will happen at scale before any of it exists.</source>
        <translation>画出模式，写下流量，布局到真实的引擎上，在系统建成之前就看到它在大规模下会发生什么。</translation>
    </message>
    <message>
        <source>Start from a sample</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Bring your own</source>
        <translation>使用自己的数据</translation>
    </message>
    <message>
        <source>A pg_dump or any CREATE TABLE file, and a workload file if you have one. Dropping files on the window does the same.</source>
        <translation>pg_dump 或任何包含 CREATE TABLE 的文件，以及负载文件（如果有）。把文件拖到窗口上也可以。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Projects you open appear here.</source>
        <translation>打开过的项目显示在这里。</translation>
    </message>
</context>
<context>
    <name>shardscape::app::WorkingPanel</name>
    <message>
        <source>as you wrote it</source>
        <translation>由您填写</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>engine: %1</source>
        <translation>引擎：%1</translation>
    </message>
    <message>
        <source>assumed: %1</source>
        <translation>假定：%1</translation>
    </message>
    <message>
        <source>Click any number to see how it was computed, down to what you wrote and the engine&apos;s constants.</source>
        <translation>点击任意数字即可查看其计算过程，直到您填写的数值和引擎常数。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>How</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>计算过程</translation>
    </message>
</context>
</TS>
