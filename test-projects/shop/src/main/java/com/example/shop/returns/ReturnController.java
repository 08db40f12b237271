package com.example.shop.returns;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/returns")
public class ReturnController {

    private final ProductReturnRepository returns;

    public ReturnController(ProductReturnRepository returns) {
        this.returns = returns;
    }

    /** Nobody reads the orders here, but each return brings its own with a query more. */
    @GetMapping
    public List<ReturnDto> ofDay(@RequestParam LocalDate day) {
        return returns.findByReturnedOn(day).stream().map(ReturnDto::from).toList();
    }

    @GetMapping("/{id}")
    public ReturnDto find(@PathVariable Long id) {
        return returns.findById(id).map(ReturnDto::from).orElseThrow();
    }
}
