// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QObject>
#include <QPrinter>

#include "app/report/pages.h"
#include "app/shell/main_window.h"

class QComboBox;
class QLabel;
class QPrintPreviewWidget;
class QSpinBox;

namespace shardscape::app {

/// The pages of a diagram before they are printed: all on one page, or so many side by side; upright or lying; on which
/// paper. Prints, or writes the same pages as PDF.
class PrintPreview : public QDialog {
    Q_OBJECT
public:
    PrintPreview(std::shared_ptr<DiagramDrawing> drawing, QString title, QWidget* parent);
    ~PrintPreview() override;

    PageOptions options() const;
    QComboBox* fit() const { return m_fit; }
    QSpinBox* across() const { return m_across; }
    /// How many pages the preview shows.
    int pageCount() const;
    model::Result<void> writePdf(const QString& path);

private:
    void refresh();
    void choosePdf();
    void choosePrinter();

    std::shared_ptr<DiagramDrawing> m_drawing;
    QString m_title;
    QPrinter m_printer;
    QComboBox* m_fit;
    QSpinBox* m_across;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QLabel* m_pages;
    QPrintPreviewWidget* m_preview;
};

/// File → Print and Print preview, of the diagram that is shown.
class PrintController : public QObject {
    Q_OBJECT
public:
    explicit PrintController(MainWindow& window);

private:
    /// The diagram as the canvas shows it, on a light ground.
    std::shared_ptr<DiagramDrawing> drawing() const;
    QString title() const;
    void print();
    void preview();
    void updateActions();

    MainWindow& m_window;
};

} // namespace shardscape::app
