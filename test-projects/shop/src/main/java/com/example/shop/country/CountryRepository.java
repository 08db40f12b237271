package com.example.shop.country;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface CountryRepository extends JpaRepository<Country, String> {

    Optional<Country> findByName(String name);

    @Query("select c.name from Country c where c.code = :code")
    String nameOf(String code);
}
