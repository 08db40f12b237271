package com.example.shop.customer;

import com.example.shop.common.Address;
import com.example.shop.common.BaseEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

@Entity
@Table(name = "customers")
public class Customer extends BaseEntity {

    @Column(name = "customer_number")
    private String number;
    private String name;
    private String email;
    private LocalDate joinedOn;
    @Embedded
    private Address address;

    @ElementCollection
    @CollectionTable(name = "customer_labels", joinColumns = @JoinColumn(name = "customer_id"))
    @Column(name = "label")
    private Set<String> labels = new TreeSet<>();

    protected Customer() {
    }

    public Customer(String number, String name, String email, LocalDate joinedOn, Address address) {
        this.number = number;
        this.name = name;
        this.email = email;
        this.joinedOn = joinedOn;
        this.address = address;
    }

    public String getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public LocalDate getJoinedOn() {
        return joinedOn;
    }

    public Address getAddress() {
        return address;
    }

    public Set<String> getLabels() {
        return labels;
    }
}
