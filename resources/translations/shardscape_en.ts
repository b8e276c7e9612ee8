<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardPainter</name>
    <message numerus="yes">
        <source>%n more columns</source>
        <translation>
            <numerusform>%n more column</numerusform>
            <numerusform>%n more columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::CanvasCommands</name>
    <message numerus="yes">
        <source>Duplicate %n entities</source>
        <translation>
            <numerusform>Duplicate %n entity</numerusform>
            <numerusform>Duplicate %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entities</source>
        <translation>
            <numerusform>Delete %n entity</numerusform>
            <numerusform>Delete %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n entities</source>
        <translation>
            <numerusform>Paste %n entity</numerusform>
            <numerusform>Paste %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n notes</source>
        <translation>
            <numerusform>Delete %n note</numerusform>
            <numerusform>Delete %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n entities</source>
        <translation>
            <numerusform>Move %n entity</numerusform>
            <numerusform>Move %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n entities on %1</source>
        <translation>
            <numerusform>Put %n entity on %1</numerusform>
            <numerusform>Put %n entities on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n entities off the diagram</source>
        <translation>
            <numerusform>Take %n entity off the diagram</numerusform>
            <numerusform>Take %n entities off the diagram</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::CanvasView</name>
    <message numerus="yes">
        <source>%n attributes</source>
        <translation>
            <numerusform>%n attribute</numerusform>
            <numerusform>%n attributes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relationships</source>
        <translation>
            <numerusform>%n relationship</numerusform>
            <numerusform>%n relationships</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::ColumnDetails</name>
    <message numerus="yes">
        <source>Type of %n columns</source>
        <translation>
            <numerusform>Type of %n column</numerusform>
            <numerusform>Type of %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Null of %n columns</source>
        <translation>
            <numerusform>Null of %n column</numerusform>
            <numerusform>Null of %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Generator of %n columns</source>
        <translation>
            <numerusform>Generator of %n column</numerusform>
            <numerusform>Generator of %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::ColumnGrid</name>
    <message numerus="yes">
        <source>Delete %n columns</source>
        <translation>
            <numerusform>Delete %n column</numerusform>
            <numerusform>Delete %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::DiagramScene</name>
    <message numerus="yes">
        <source>%n entities</source>
        <comment>in a collapsed group</comment>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::EntityInspector</name>
    <message numerus="yes">
        <source>used by %n patterns</source>
        <translation>
            <numerusform>used by %n pattern</numerusform>
            <numerusform>used by %n patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::FileController</name>
    <message numerus="yes">
        <source>Edits that were not saved have been brought back: %n.</source>
        <translation>
            <numerusform>One edit that was not saved has been brought back.</numerusform>
            <numerusform>%n edits that were not saved have been brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older ones will be offered after it.</source>
        <translation>
            <numerusform>One older one will be offered after it.</numerusform>
            <numerusform>%n older ones will be offered after it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::OutlineModel</name>
    <message numerus="yes">
        <source>Entity, columns: %n</source>
        <translation>
            <numerusform>Entity, %n column</numerusform>
            <numerusform>Entity, %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::PathBar</name>
    <message numerus="yes">
        <source>%n relationships: %1</source>
        <translation>
            <numerusform>%n relationship: %1</numerusform>
            <numerusform>%n relationships: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::PrintPreview</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::RenameDialog</name>
    <message numerus="yes">
        <source>Rename %n names</source>
        <translation>
            <numerusform>Rename %n name</numerusform>
            <numerusform>Rename %n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shardscape::app::SharedPage</name>
    <message numerus="yes">
        <source>%1 of %n entities</source>
        <translation>
            <numerusform>%1 of %n entity</numerusform>
            <numerusform>%1 of %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Boundary of %n entities</source>
        <translation>
            <numerusform>Boundary of %n entity</numerusform>
            <numerusform>Boundary of %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key generator of %n entities</source>
        <translation>
            <numerusform>Key generator of %n entity</numerusform>
            <numerusform>Key generator of %n entities</numerusform>
        </translation>
    </message>
</context>
</TS>
