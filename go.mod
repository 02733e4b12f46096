module quotes

go 1.26
