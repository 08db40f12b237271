package dev.seqscan.statements;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a counter between the application and its data source. Import it into a test. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    private static final StatementCounter COUNTER = new StatementCounter();

    @Bean
    static StatementCounter statementCounter() {
        return COUNTER;
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new CountingDataSource(source, COUNTER) : bean;
            }
        };
    }
}
