package com.example.shop.report;

import java.util.List;

/** A report with a line for each row. */
abstract class TextReport<T> {

    String print(List<T> rows) {
        StringBuilder text = new StringBuilder(title()).append('\n');
        for (T row : rows) {
            text.append(line(row)).append('\n'); // finding: lazy-load-in-loop
        }
        return text.toString();
    }

    abstract String title();

    abstract String line(T row);
}
