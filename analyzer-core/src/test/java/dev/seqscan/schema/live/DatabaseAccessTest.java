package dev.seqscan.schema.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAccessTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "'jdbc:postgresql://db:5432/shop?user=me&password=s3cr3t', 'jdbc:postgresql://db:5432/shop'",
        "'jdbc:postgresql://db/shop', 'jdbc:postgresql://db/shop'",
        "'jdbc:mysql://me:s3cr3t@db:3306/shop?useSSL=false', 'jdbc:mysql://db:3306/shop'",
        "'jdbc:mysql://me:s3cr3t@one:3306,me:s3cr3t@two/shop', 'jdbc:mysql://two/shop'",
        "'jdbc:oracle:thin:me/s3cr3t@db:1521/shop', 'jdbc:oracle:thin:db:1521/shop'",
        "'jdbc:oracle:thin:me/s3cr3t@//db:1521/shop', 'jdbc:oracle:thin://db:1521/shop'",
        "'jdbc:oracle:thin:@db:1521:shop', 'jdbc:oracle:thin:db:1521:shop'",
        "'jdbc:sqlserver://db;databaseName=shop;password={s3;cr3t}', 'jdbc:sqlserver://db'",
        "'jdbc:h2:tcp://db/~/shop;PASSWORD=s3cr3t', 'jdbc:h2:tcp://db/~/shop'"})
    void a_url_is_shown_without_what_it_hides(String url, String shown) {
        assertThat(new DatabaseAccess(url, "me", "s3cr3t")).hasToString(shown);
    }

    @Test
    void what_a_driver_repeats_of_the_url_is_hidden() {
        DatabaseAccess access = new DatabaseAccess("jdbc:mysql://me:p%40ss@db/shop?trustStorePassword=other", "me", "third");

        assertThat(access.cleaned("failed near 'me:p%40ss@db', as p@ss is wrong, trustStorePassword=other, third; jdbc"))
                .doesNotContain("p%40ss").doesNotContain("p@ss").doesNotContain("other").doesNotContain("third")
                .contains("failed near").endsWith("; jdbc");
    }
}
