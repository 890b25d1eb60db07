"""/api/v1."""

from fastapi import APIRouter

from marsad.web.shelf import Shelf


def router(shelf: Shelf) -> APIRouter:
    return APIRouter()
