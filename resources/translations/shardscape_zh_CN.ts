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
        <source>bytes before compression × compression ratio (± %1) + partition index and Bloom filter (%2)</source>
        <translation>压缩前字节数 × 压缩比（± %1）+ 分区索引与布隆过滤器（%2）</translation>
    </message>
    <message>
        <source>bytes now + bytes of the rows that come in, less those that leave the engine</source>
        <translation>当前字节数 + 新增行的字节数 − 保留期外删除的部分</translation>
    </message>
    <message>
        <source>bytes of each index × share of its rows that %1 of the requests touch</source>
        <translation>各索引字节数 × %1 的请求所触及的行占比</translation>
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
        <source>columns in their order with padding (%1), header with null bitmap (%2), rounded up to the alignment, + item pointer</source>
        <translation>按序排列并填充的列（%1）、含空值位图的头（%2），按对齐取整，+ 行指针</translation>
    </message>
    <message>
        <source>columns in their order with padding (%1), header with null bitmap (%2), rounded up to the alignment, + item pointer; %3 of the rows keep a long value out of line</source>
        <translation>按序排列并填充的列（%1）、含空值位图的头（%2），按对齐取整，+ 行指针；%3 的行把长值存于行外</translation>
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
        <source>entry header + key columns (%1), rounded up, + item pointer</source>
        <translation>索引项头 + 键列（%1），向上取整，+ 行指针</translation>
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
