import pytest
from django.db import connection
@pytest.mark.django_db
def test_role(as_owner):
    with connection.cursor() as c:
        c.execute("select current_user, session_user, current_database()"); print(c.fetchone())
    with as_owner():
        with connection.cursor() as c:
            c.execute("select current_user"); assert c.fetchone()[0]=="eyc_owner"
    with connection.cursor() as c:
        c.execute("select current_user"); assert c.fetchone()[0]=="eyc_app"
@pytest.mark.django_db(transaction=True)
def test_flush():
    with connection.cursor() as c:
        c.execute("select current_user"); assert c.fetchone()[0]=="eyc_app"
@pytest.mark.django_db(transaction=True)
def test_flush2(): pass
def test_page(page):
    page.set_content("<h1>hello</h1>"); assert page.locator("h1").inner_text()=="hello"
