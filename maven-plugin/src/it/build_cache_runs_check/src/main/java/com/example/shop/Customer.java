package com.example.shop;

record Customer(String name) {
}
