// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// Writes an index of one field at a time, merged into one segment, and prints its name and its bytes a document.
/// Arguments: a scratch folder, the number of documents.
public class Weigh {
    interface Filler {
        void fill(Document document, int number, Random random);
    }

    private static final int VOCABULARY = 20000;
    private static final String[] WORDS = words();
    private static Path folder;
    private static int documents;

    private static String[] words() {
        Random random = new Random(1);
        String[] words = new String[VOCABULARY];
        for (int i = 0; i < VOCABULARY; ++i) {
            StringBuilder word = new StringBuilder();
            for (int length = 3 + random.nextInt(7); length > 0; --length)
                word.append((char) ('a' + random.nextInt(26)));
            words[i] = word.toString();
        }
        return words;
    }

    /// Popular words often: their rank is spread evenly over its logarithm.
    private static String text(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; ++i)
            text.append(i > 0 ? " " : "").append(WORDS[(int) Math.exp(random.nextDouble() * Math.log(VOCABULARY))]);
        return text.toString();
    }

    private static void keyword(Document document, String value, boolean docValues) {
        FieldType type = new FieldType();
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(false);
        type.freeze();
        document.add(new Field("f", value, type));
        if (docValues)
            document.add(new SortedSetDocValuesField("f", new BytesRef(value)));
    }

    private static void weigh(String name, Filler filler) throws Exception {
        Path place = Files.createTempDirectory(folder, "index");
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
        config.setUseCompoundFile(false);
        Random random = new Random(7);
        long bytes = 0;
        try (Directory directory = FSDirectory.open(place)) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int i = 0; i < documents; ++i) {
                    Document document = new Document();
                    filler.fill(document, i, random);
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            for (String file : directory.listAll())
                bytes += directory.fileLength(file);
        }
        System.out.println(name + " " + (double) bytes / documents);
    }

    public static void main(String[] arguments) throws Exception {
        folder = Path.of(arguments[0]);
        documents = Integer.parseInt(arguments[1]);
        for (int distinct : new int[] {2, 10, 100, 1000}) {
            weigh("keyword-" + distinct, (d, i, r) -> keyword(d, "v" + r.nextInt(distinct), false));
            weigh("keyword-values-" + distinct, (d, i, r) -> keyword(d, "v" + r.nextInt(distinct), true));
            weigh("long-" + distinct, (d, i, r) -> d.add(new LongPoint("f", r.nextInt(distinct))));
            weigh("long-values-" + distinct,
                    (d, i, r) -> d.add(new SortedNumericDocValuesField("f", r.nextInt(distinct))));
        }
        weigh("keyword-uuid", (d, i, r) -> keyword(d, new UUID(r.nextLong(), r.nextLong()).toString(), false));
        weigh("keyword-values-uuid", (d, i, r) -> keyword(d, new UUID(r.nextLong(), r.nextLong()).toString(), true));
        weigh("long-random", (d, i, r) -> d.add(new LongPoint("f", r.nextLong())));
        weigh("long-values-random", (d, i, r) -> d.add(new SortedNumericDocValuesField("f", r.nextLong())));
        weigh("time", (d, i, r) -> d.add(new LongPoint("f", 1767225600000L + i * 1000L + r.nextInt(1000))));
        weigh("time-values",
                (d, i, r) -> d.add(new SortedNumericDocValuesField("f", 1767225600000L + i * 1000L + r.nextInt(1000))));
        weigh("text-30", (d, i, r) -> d.add(new TextField("f", text(r, 30), Field.Store.NO)));
        weigh("source", (d, i, r) -> d.add(new StoredField("_source", new BytesRef("{\"click_id\":\""
                + new UUID(r.nextLong(), r.nextLong()) + "\",\"user_id\":" + (1 + r.nextInt(100000)) + ",\"at\":\"2026-01-01T"
                + String.format("%02d:%02d:%02d.000Z", i / 3600 % 24, i / 60 % 60, i % 60) + "\",\"page\":\"/products/"
                + r.nextInt(1000) + "\"}"))));
        weigh("identity", (d, i, r) -> {
            byte[] id = new byte[15];
            r.nextBytes(id);
            FieldType type = new FieldType();
            type.setStored(true);
            type.setOmitNorms(true);
            type.setIndexOptions(IndexOptions.DOCS);
            type.setTokenized(false);
            type.freeze();
            d.add(new Field("_id", new BytesRef(id), type));
            d.add(new LongPoint("_seq_no", i));
            d.add(new NumericDocValuesField("_seq_no", i));
            d.add(new NumericDocValuesField("_version", 1));
            d.add(new NumericDocValuesField("_primary_term", 1));
        });
    }
}
