// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

namespace shardscape::model {

/// The objects of one kind, in ascending order of id, each an immutable value shared between versions.
///
/// A Table is itself a value: copying it copies one pointer, changing one object copies a vector of pointers, and two
/// tables share every object that did not change, so that comparing pointers tells what an edit touched.
/// T has a member "id". Pointers handed out live as long as any version that holds the object.
/// Thread-safety: as a value; concurrent reads of shared versions are safe.
template <class T> class Table {
public:
    using Pointer = std::shared_ptr<const T>;
    using IdType = decltype(T::id);

    const T* find(IdType id) const {
        auto at = position(id);
        return at == m_rows->end() || (*at)->id != id ? nullptr : at->get();
    }
    Pointer pointer(IdType id) const {
        auto at = position(id);
        return at == m_rows->end() || (*at)->id != id ? nullptr : *at;
    }
    bool contains(IdType id) const { return find(id) != nullptr; }
    std::size_t size() const { return m_rows->size(); }
    bool empty() const { return m_rows->empty(); }

    /// Adds the object, or replaces the one of the same id.
    void set(T object) {
        auto rows = std::make_shared<Rows>(*m_rows);
        auto pointer = std::make_shared<const T>(std::move(object));
        auto at = std::lower_bound(rows->begin(), rows->end(), pointer->id, less);
        if (at != rows->end() && (*at)->id == pointer->id)
            *at = std::move(pointer);
        else
            rows->insert(at, std::move(pointer));
        m_rows = std::move(rows);
    }
    /// Replaces the whole contents; for loaders that add many objects at once.
    void assign(std::vector<T> objects) {
        auto rows = std::make_shared<Rows>();
        rows->reserve(objects.size());
        for (T& object : objects)
            rows->push_back(std::make_shared<const T>(std::move(object)));
        std::sort(rows->begin(), rows->end(), [](const Pointer& a, const Pointer& b) { return a->id < b->id; });
        m_rows = std::move(rows);
    }
    void remove(IdType id) {
        auto at = position(id);
        if (at == m_rows->end() || (*at)->id != id)
            return;
        auto rows = std::make_shared<Rows>(*m_rows);
        rows->erase(rows->begin() + (at - m_rows->begin()));
        m_rows = std::move(rows);
    }
    template <class Predicate> void removeIf(Predicate predicate) {
        auto rows = std::make_shared<Rows>();
        for (const Pointer& row : *m_rows)
            if (!predicate(*row))
                rows->push_back(row);
        if (rows->size() != m_rows->size())
            m_rows = std::move(rows);
    }

    /// Iterates over const T&.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;
        Iterator() = default;
        explicit Iterator(typename std::vector<Pointer>::const_iterator at)
            : m_at(at) {}
        const T& operator*() const { return **m_at; }
        const T* operator->() const { return m_at->get(); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) {
            Iterator old = *this;
            ++m_at;
            return old;
        }
        bool operator==(const Iterator&) const = default;

    private:
        typename std::vector<Pointer>::const_iterator m_at;
    };
    Iterator begin() const { return Iterator(m_rows->begin()); }
    Iterator end() const { return Iterator(m_rows->end()); }
    /// The shared pointers themselves, for comparing versions.
    const std::vector<Pointer>& pointers() const { return *m_rows; }
    /// True when both tables are the same version (not merely equal).
    bool sameVersion(const Table& other) const { return m_rows == other.m_rows; }
    /// Equal by value.
    bool operator==(const Table& other) const {
        return m_rows == other.m_rows ||
               std::equal(m_rows->begin(), m_rows->end(), other.m_rows->begin(), other.m_rows->end(),
                          [](const Pointer& a, const Pointer& b) { return a == b || *a == *b; });
    }

private:
    using Rows = std::vector<Pointer>;
    static bool less(const Pointer& row, IdType id) { return row->id < id; }
    auto position(IdType id) const { return std::lower_bound(m_rows->begin(), m_rows->end(), id, less); }

    std::shared_ptr<const Rows> m_rows = std::make_shared<const Rows>();
};

} // namespace shardscape::model
