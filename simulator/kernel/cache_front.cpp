// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/cache_front.h"

#include <algorithm>

namespace shardscape::simulator {

CacheFront::CacheFront(RunState& state)
    : m_state(state)
    , m_plan(state.plan)
    , m_streamHits(state.plan.streams.size()) {
    for (const Cache& cache : m_plan.scenario->caches) {
        Level level{&cache, ServiceSampler(cache.hit), {}};
        for (std::uint32_t i = 0; i < cache.copies; ++i)
            level.copies.push_back({KeyCache(cache.capacityKeys, cache.eviction), CachePast(cache), {}});
        m_caches.push_back(std::move(level));
        CacheResult result;
        result.name = cache.name;
        m_results.push_back(result);
    }
}

void CacheFront::startMeasuring() {
    for (CacheResult& result : m_results)
        result.lookups = result.hits = result.coalesced = result.stale = 0;
    std::fill(m_streamHits.begin(), m_streamHits.end(), 0);
}

std::uint64_t CacheFront::identity(const Pending& request) const {
    return KeySpaces::identity(m_plan.scenario->streams[request.stream].keys, request.key);
}

std::uint16_t CacheFront::drawCopy(std::uint32_t stream) {
    const std::uint32_t copies = m_plan.streams[stream].cacheCopies;
    return copies < 2 ? 0 : static_cast<std::uint16_t>(m_state.traffic.cacheRandom(stream).below(copies));
}

std::int64_t CacheFront::expiry(const Cache& cache, std::uint32_t stream, std::int64_t filled) {
    if (cache.ttlSeconds <= 0)
        return KeyCache::kForever;
    if (cache.ttlJitter <= 0)
        return filled + toNs(cache.ttlSeconds);
    const double less = cache.ttlJitter * m_state.traffic.cacheRandom(stream).unit();
    return filled + toNs(cache.ttlSeconds * (1 - less));
}

/// As of when the data is that the cache has for the key; nothing on a miss.
std::optional<std::int64_t> CacheFront::find(std::size_t cache, const Pending& request, std::uint64_t key,
                                             std::int64_t now) {
    const Cache& spec = *m_caches[cache].spec;
    Random& random = m_state.traffic.cacheRandom(request.stream);
    if (spec.fixedHitRatio > 0)
        return random.unit() < spec.fixedHitRatio ? std::optional(now) : std::nullopt;
    Copy& copy = copyOf(cache, request);
    if (const std::optional<std::int64_t> asOf = copy.keys.lookup(key, now))
        return asOf;
    const double seconds = static_cast<double>(now) / kNsPerSecond;
    if (!copy.past.matters(seconds))
        return std::nullopt;
    const double rate = m_plan.cachedRate(cache, request.stream, request.key) / spec.copies;
    const std::optional<double> age = copy.past.heldFor(key, rate, seconds, random);
    if (!age)
        return std::nullopt;
    const std::int64_t filled = now - toNs(*age);
    copy.keys.insert(key, filled, expiry(spec, request.stream, filled));
    return filled;
}

CacheFront::Found CacheFront::lookUp(Pending& request, std::int64_t now, std::int64_t& took) {
    const std::size_t cache = cacheAt(request, request.level);
    CacheResult& result = m_results[cache];
    const std::uint64_t key = identity(request);
    const std::optional<std::int64_t> asOf = find(cache, request, key, now);
    took = m_caches[cache].hit.pick(m_state.traffic.cacheRandom(request.stream));
    ++result.lookups;
    if (asOf) {
        ++result.hits;
        // Beside the answers, of which those of the warm-up's own requests are none.
        m_streamHits[request.stream] += request.measured == m_state.measuring ? 1 : 0;
        request.asOf = *asOf;
        const auto write = m_lastWrite.find(key);
        request.stale = write != m_lastWrite.end() && *asOf < write->second;
        result.stale += request.stale ? 1 : 0;
        return Found::Hit;
    }
    if (m_caches[cache].spec->coalesce) {
        Flights<Pending>& flights = copyOf(cache, request).flights;
        if (!flights.lead(key)) {
            ++result.coalesced;
            ++m_state.recorder.data(request.stream, m_state.measuring && !request.measured).coalesced;
            flights.wait(key, request);
            return Found::Wait;
        }
        request.leads = static_cast<std::uint8_t>(request.leads | 1U << request.level);
    }
    ++request.level;
    return Found::Miss;
}

std::vector<Pending> CacheFront::land(const Pending& request) {
    std::vector<Pending> waiting;
    for (std::size_t level = 0; level < request.level; ++level) {
        if ((request.leads >> level & 1) == 0)
            continue;
        const std::vector<Pending> landed = copyOf(cacheAt(request, level), request).flights.land(identity(request));
        waiting.insert(waiting.end(), landed.begin(), landed.end());
    }
    return waiting;
}

void CacheFront::put(std::size_t cache, Copy& copy, std::uint64_t key, const Pending& request, std::int64_t now) {
    copy.keys.insert(key, request.asOf, expiry(*m_caches[cache].spec, request.stream, now));
}

void CacheFront::filled(const Pending& request, std::int64_t now) {
    if (m_plan.streams[request.stream].write)
        return written(request, now);
    const std::uint64_t key = identity(request);
    if (request.warms >= 0) {
        const auto cache = static_cast<std::size_t>(request.warms);
        for (Copy& copy : m_caches[cache].copies)
            put(cache, copy, key, request, now);
        return;
    }
    for (std::size_t level = 0; level < request.level; ++level)
        put(cacheAt(request, level), copyOf(cacheAt(request, level), request), key, request, now);
}

void CacheFront::written(const Pending& request, std::int64_t now) {
    const std::uint64_t key = identity(request);
    std::int64_t& last = m_lastWrite[key];
    last = std::max(last, request.asOf);
    for (const std::uint32_t cache : m_plan.streams[request.stream].caches) {
        Copy& copy = copyOf(cache, request);
        switch (m_caches[cache].spec->onWrite) {
        case OnWrite::Keep: break;
        case OnWrite::Remove:
            copy.keys.erase(key);
            copy.past.drop(key);
            break;
        case OnWrite::Fill: put(cache, copy, key, request, now); break;
        }
    }
}

void CacheFront::flush(const CacheFlush& fault) {
    const auto level =
        std::find_if(m_caches.begin(), m_caches.end(), [&](const Level& one) { return one.spec->name == fault.cache; });
    for (Copy& copy : level->copies) {
        if (fault.keys == 0) {
            copy.keys.clear();
            copy.past.forget();
            continue;
        }
        for (const std::string& name : level->spec->streams) {
            const std::size_t stream = m_plan.streamNamed(name);
            for (const std::uint64_t key : m_plan.streams[stream].keys->top(fault.keys)) {
                const std::uint64_t same = KeySpaces::identity(m_plan.scenario->streams[stream].keys, key);
                copy.keys.erase(same);
                copy.past.drop(same);
            }
        }
    }
}

std::vector<Pending> CacheFront::warmUps() const {
    std::vector<Pending> reads;
    for (std::size_t cache = 0; cache < m_caches.size(); ++cache) {
        const Cache& spec = *m_caches[cache].spec;
        if (!spec.warmUp)
            continue;
        for (const std::string& name : spec.streams) {
            const std::size_t stream = m_plan.streamNamed(name);
            if (m_plan.streams[stream].write)
                continue;
            const std::vector<std::uint64_t> keys = m_plan.streams[stream].keys->top(spec.warmUp->keys);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const double share = static_cast<double>(i) / static_cast<double>(keys.size());
                Pending read;
                read.stream = static_cast<std::uint32_t>(stream);
                read.key = keys[i];
                read.began = toNs(spec.warmUp->atSeconds + share * spec.warmUp->overSeconds);
                read.warms = static_cast<std::int16_t>(cache);
                reads.push_back(read);
            }
        }
    }
    return reads;
}

} // namespace shardscape::simulator
