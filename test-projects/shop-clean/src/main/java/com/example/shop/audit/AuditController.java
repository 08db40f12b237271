package com.example.shop.audit;

import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/audit")
public class AuditController {

    private final AuditLog log;

    public AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    public List<String> before(@RequestParam Long before, @RequestParam int size) {
        return log.before(before, size).stream().map(AuditEntry::getAction).toList();
    }

    @GetMapping("/actions")
    public List<String> actionsOf(@RequestParam String actor) {
        return log.actionsOf(actor);
    }

    @GetMapping("/newest")
    public List<String> newest() {
        return log.newest().stream().map(AuditEntry::getAction).toList();
    }

    @GetMapping("/of-entity")
    public List<String> ofEntity(@RequestParam String name, @RequestParam Long id) {
        return log.ofEntity(name, id).stream().map(AuditEntry::getAction).toList();
    }

    @DeleteMapping
    public void remove(@RequestParam List<Long> ids) {
        log.remove(ids);
    }
}
