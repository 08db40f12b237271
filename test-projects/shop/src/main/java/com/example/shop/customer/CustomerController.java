package com.example.shop.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/customers")
public class CustomerController {

    private final CustomerService service;
    private final CustomerImport customerImport;

    public CustomerController(CustomerService service, CustomerImport customerImport) {
        this.service = service;
        this.customerImport = customerImport;
    }

    @GetMapping("/{number}")
    public CustomerDto find(@PathVariable String number) {
        return service.find(number);
    }

    @GetMapping("/newest")
    public List<CustomerDto> newest() {
        return service.newest();
    }

    @GetMapping
    public List<CustomerDto> byIds(@RequestParam List<Long> ids) {
        return service.byIds(ids);
    }

    @PostMapping
    public CustomerDto register(@RequestBody NewCustomer request) {
        return service.register(request);
    }

    @PostMapping("/import")
    public int importAll(@RequestBody List<NewCustomer> rows) {
        return customerImport.addNew(rows);
    }

    @PostMapping("/takeover")
    public void takeOver(@RequestBody List<NewCustomer> rows) {
        customerImport.addAll(rows);
    }

    @GetMapping("/order-counts")
    public Map<String, Long> orderCounts(@RequestParam LocalDate joinedSince) {
        return service.orderCounts(joinedSince);
    }

    @GetMapping("/sign-in")
    public CustomerDto signIn(@RequestParam String email) {
        return service.signIn(email);
    }

    @GetMapping("/countries")
    public Map<String, String> countries(@RequestParam LocalDate joinedSince) {
        return service.countryNames(joinedSince);
    }

    @GetMapping("/labels")
    public Map<String, String> labels(@RequestParam LocalDate joinedSince) {
        return service.labels(joinedSince);
    }

    @GetMapping("/origins")
    public Map<String, String> origins(@RequestParam LocalDate joinedSince) {
        return service.countries(joinedSince);
    }
}
