package com.example.shop.country;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A reference table that only migrations fill. */
@Entity
@Table(name = "countries")
public class Country {

    @Id
    private String code;
    private String name;

    protected Country() {
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }
}
