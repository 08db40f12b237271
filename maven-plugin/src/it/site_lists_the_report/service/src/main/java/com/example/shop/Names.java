package com.example.shop;

import java.util.List;
import javax.persistence.EntityManager;

class Names {

    void print(List<Long> ids, EntityManager people) {
        for (Long id : ids) {
            System.out.println(people.createQuery("select p.name from Person p where p.id = :id").setParameter("id", id)
                    .getSingleResult());
        }
    }
}
