package com.example.shop.country;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

@Component
public class CountryNames {

    private final CountryRepository countries;

    public CountryNames(CountryRepository countries) {
        this.countries = countries;
    }

    @Cacheable("country-names")
    public String nameOf(String code) {
        return countries.nameOf(code);
    }
}
